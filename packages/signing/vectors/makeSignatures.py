#!/usr/bin/env python3
"""Writes signatures.json, made by an implementation that is not ours: Python's own hmac. All keys are invented.

Each vector has every digest that the spec can ask for, by the name that spec/signature.yaml gives it; the tests take the one that it asks for now.

    python3 makeSignatures.py > signatures.json
"""
import base64
import hashlib
import hmac
import json
import random

pick = random.Random(20260101)
ASCII = [chr(c) for c in range(0x21, 0x7F) if chr(c) not in "&="]
DIGESTS = {"HMAC-SHA1": hashlib.sha1, "HMAC-SHA256": hashlib.sha256}
WIDE = [*"äßñçøłžабвγδεשلाกあ漢字한글😀🚀"]


def text(length, alphabet):
    """Exactly `length` bytes of UTF-8; ASCII fills what a wide character would overrun."""
    out = ""
    while len(out.encode()) < length:
        character = pick.choice(alphabet)
        out += character if len((out + character).encode()) <= length else pick.choice(ASCII)
    return out


def vector(api_key, api_secret, current, expire, number):
    raw = f"a={api_key}&b={expire}&c={current}&d={number}"
    return {
        "apiKey": api_key,
        "apiSecret": api_secret,
        "currentTime": current,
        "expireTime": expire,
        "random": number,
        "raw": raw,
        **{name: signed(raw, api_secret, hash) for name, hash in DIGESTS.items()},
    }


def signed(raw, api_secret, hash):
    digest = hmac.new(api_secret.encode(), raw.encode(), hash).digest()
    return {"digestHex": digest.hex(), "sign": base64.b64encode(digest + raw.encode()).decode()}


TIMES = [0, 1, 1_799_999_999, 1_800_000_000, 2_147_483_647, 2_147_483_648, 4_102_444_800]
vectors = []
for length in range(1, 201):
    current = TIMES[length % len(TIMES)]
    expire = 0 if length % 11 == 0 else current + (100 if length % 2 else 1)
    number = pick.randrange(10 ** (length % 10), 10 ** (length % 10 + 1)) if length % 10 else pick.randrange(10)
    vectors.append(
        vector(text(length, ASCII), text(201 - length, ASCII if length % 2 else ASCII + WIDE), current, expire, number)
    )
vectors.append(vector("k", "s", 0, 100, 0))
vectors.append(vector("k", "s", 1_800_000_000, 1_800_000_100, 9_999_999_999))
print(json.dumps(vectors, ensure_ascii=True, indent=1))
