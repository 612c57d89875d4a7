import { type Operations, signatureScheme } from '@finauth-sdk/client';
import { CommandError } from '../commandError.ts';
import type { Terminal } from '../output/terminal.ts';

/**
 * Refuses to print an answer that a careless or hostile server may have put together: a token that a terminal would act on, or that holds
 * the secret, and a signature anywhere in it.
 *
 * @throws {CommandError} without any of the answer's text.
 */
export function refuseHostileAnswer(answer: Operations['getBizToken']['answer'], { harmless }: Terminal): void {
  if (harmless(answer.biz_token) !== answer.biz_token || textsOf(answer).some(holdsSign)) {
    throw new CommandError(
      'answer',
      'The token contains control characters or the API secret, or the response contains a signature: it is not from FinAuth, and is not shown. Check the base URL, and what answers there.',
    );
  }
}

/** Every text in it, the names of fields too. Not by recursion, which an answer can be too deep for. */
function textsOf(answer: object): string[] {
  const texts: string[] = [];
  const left: unknown[] = [answer];
  while (left.length > 0) {
    const part = left.pop();
    if (typeof part === 'string') texts.push(part);
    else if (typeof part === 'object' && part !== null) for (const [name, field] of Object.entries(part)) left.push(name, field);
  }
  return texts;
}

const { expireTime, currentTime } = signatureScheme.parameters;
const RAW = new RegExp(`&${expireTime}=\\d+&${currentTime}=\\d`);

/** A signature can still be used when it is percent-encoded, wrapped, in the alphabet of URLs, has its pluses as spaces, or has something before it. */
function holdsSign(text: string): boolean {
  const plain = text.replaceAll(/%(?:25)*(2[bf]|3d)/gi, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  const spellings = [plain.replaceAll(' ', '+'), plain].map((spelling) => spelling.replaceAll(/\s/g, ''));
  const runs = spellings.flatMap((spelling) => spelling.match(/[\w+/-]{40,}/g) ?? []);
  // What stands before it moves the four characters that make three bytes.
  return runs.some((run) => [0, 1, 2, 3].some((start) => RAW.test(Buffer.from(run.slice(start), 'base64').toString('latin1'))));
}
