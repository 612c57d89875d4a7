import { equal, holds } from './assert.ts';
import { createChance } from './chance.ts';
import type { Case, Given } from './suite.ts';

const ROUNDS = 100;

/** What holds for every signature, tried on many: with keys and secrets of every kind of UTF-8. */
export function signatureLaws({ signing: { createSigner, inspectSign, verifySign } }: Given): Case[] {
  const law = (name: string, holdsFor: (signed: Signed) => void): Case => ({
    name: `a signature ${name}`,
    run() {
      const chance = createChance(1);
      for (let round = 0; round < ROUNDS; round++) holdsFor(draw(chance));
    },
  });
  const draw = (chance: ReturnType<typeof createChance>): Signed => {
    const [apiKey, apiSecret] = [chance.text(40).replace(/[&=]/g, '-'), chance.text(90)];
    const [currentTime, windowSeconds, random] = [chance.below(4e9), 1 + chance.below(86_400), chance.below(1e10)];
    const sign = createSigner({ apiKey, apiSecret }, { windowSeconds, random: () => random }).sign(currentTime);
    return { apiKey, apiSecret, currentTime, windowSeconds, random, sign, other: chance.below(1e9) };
  };
  const verdictOf = (sign: string, secret: string, seconds: number): unknown => verifySign(sign, secret, { now: () => seconds * 1000 });
  const invalid = { valid: false, reason: 'INVALID_SIGN' };

  return [
    law('says what went into it', ({ sign, apiKey, currentTime, windowSeconds, random }) => {
      const { digest: _digest, raw: _raw, ...fields } = inspectSign(sign);
      equal(fields, { apiKey, currentTime, random, expireTime: currentTime + windowSeconds });
    }),
    law('holds to the last second of its window, and no longer', ({ sign, apiSecret, currentTime, windowSeconds }) => {
      equal(verdictOf(sign, apiSecret, currentTime + windowSeconds), { valid: true });
      equal(verdictOf(sign, apiSecret, currentTime + windowSeconds + 1), { valid: false, reason: 'EXPIRED_SIGN' });
    }),
    law('is refused under another secret', ({ sign, apiSecret, currentTime }) => {
      equal(verdictOf(sign, `${apiSecret}x`, currentTime), invalid);
    }),
    law('is refused with one of its characters changed', ({ sign, apiSecret, currentTime, other }) => {
      const index = other % sign.length;
      const changed = sign.slice(0, index) + (sign[index] === 'A' ? 'B' : 'A') + sign.slice(index + 1);
      equal(verdictOf(changed, apiSecret, currentTime), invalid);
    }),
    {
      name: 'a signature has a new random number each time, from the runtime',
      world: {
        seen: 'a random number that never exceeds 2³³ passed all tests of this repo; 32-bit numbers in integrations of the same vendor',
        right: 'numbers of the whole range of ten digits, none of them twice in a thousand',
      },
      run() {
        const signer = createSigner({ apiKey: 'key', apiSecret: 'secret' });
        const signs = Array.from({ length: 1_000 }, () => signer.sign(1_800_000_000));
        holds(new Set(signs).size === 1_000, 'a thousand signatures of one second differ');
        const randoms = signs.map((sign) => Number(/\d+$/.exec(inspectSign(sign).raw)![0]));
        holds(new Set(randoms).size === 1_000, 'so do their random numbers');
        for (let tenth = 0; tenth < 10; tenth++) {
          // Fewer than 30 of 1,000 where 100 are to be expected: not in the life of a machine.
          const count = randoms.filter((random) => Math.floor(random / 1e9) === tenth).length;
          holds(count >= 30, `random numbers begin with each digit of ten: ${count} with ${tenth}`);
        }
      },
    },
  ];
}

interface Signed {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly currentTime: number;
  readonly windowSeconds: number;
  readonly random: number;
  readonly sign: string;
  readonly other: number;
}
