import type { Contract } from '@finauth-sdk/generate/contract';
import { markdownTable } from '../../markdownTable.ts';

/** One signature with each value on the way to it. Only the joined bytes are not in the spec as they stand: they are the digest and the raw string. */
export function renderWorkedExample(contract: Contract): string {
  const { example } = contract['x-signature'];
  const given = (['apiKey', 'apiSecret', 'currentTime', 'expireTime', 'random'] as const).map((name) => [name, example[name]]);
  const made = [
    ['1. the raw string', example['raw']],
    ['2. its digest, in hex', example['digestHex']],
    ['3. both joined, in hex', `${example['digestHex']}${Buffer.from(String(example['raw'])).toString('hex')}`],
    ['4. encoded: the signature', example['sign']],
  ];
  return markdownTable(
    ['Value', 'In the example'],
    [...given, ...made].map(([name, value]) => [String(name), `\`${value}\``]),
  );
}
