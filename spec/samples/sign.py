import base64
import hashlib
import hmac


def sign(api_key: str, api_secret: str, now: int, random: int) -> str:
    raw = f"a={api_key}&b={now + 100}&c={now}&d={random}".encode()
    digest = hmac.new(api_secret.encode(), raw, hashlib.sha1).digest()  # bytes, not hexdigest()
    return base64.b64encode(digest + raw).decode()


# The worked example. For a call: int(time.time()) and secrets.randbelow(2**32).
print(sign("example-key", "example-secret", 1800000000, 1234567890))
