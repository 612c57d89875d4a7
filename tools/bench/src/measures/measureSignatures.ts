import { interleave } from '../interleave.ts';
import type { SigningRuntime } from './runtimes.ts';

export const WAYS = ['naive', 'noble', 'nobleKept', 'webCrypto', 'ours'] as const;
export type Way = (typeof WAYS)[number];

/** Nanoseconds for each signature, one number for each round, by runtime and way. */
export type Signatures = Record<string, Record<Way, number[]>>;

export async function measureSignatures(
  runtimes: readonly SigningRuntime[],
  { rounds, count }: { rounds: number; count: number },
  say: (what: string) => void,
): Promise<Signatures> {
  const signatures: Signatures = {};
  for (const runtime of runtimes) {
    say(`signatures, ${runtime.name}`);
    // WebCrypto is ten times slower than the rest, and would take ten times as long.
    const sign = async (way: Way): Promise<number> => {
      const many = way === 'webCrypto' ? Math.ceil(count / 10) : count;
      return ((await runtime.sign(way, many)) / many) * 1e6;
    };
    for (const way of WAYS) for (let warmUp = 0; warmUp < 3; warmUp++) await sign(way);
    signatures[runtime.name] = await interleave(WAYS, rounds, sign);
  }
  return signatures;
}
