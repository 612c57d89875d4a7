import { type GetBizTokenResponse, inspectSign } from '@finauth-sdk/signing';
import { CommandError } from './commandError.ts';
import type { Terminal } from './terminal.ts';

/**
 * Refuses to print an answer that a careless or hostile server may have put together: a token that a terminal would act on, or that holds
 * the secret, and a signature anywhere in it.
 *
 * @throws {CommandError} without any of the answer's text.
 */
export function refuseHostileAnswer(answer: GetBizTokenResponse, { harmless }: Terminal): void {
  if (harmless(answer.biz_token) !== answer.biz_token || textsOf(answer).some(holdsSign)) {
    throw new CommandError(
      'answer',
      'The token holds control characters or the API secret, or the answer holds a signature: it is not from FinAuth, and is not shown. Check the base URL, and what answers there.',
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

function holdsSign(text: string): boolean {
  return (text.match(/[A-Za-z0-9+/]{40,}={0,2}/g) ?? []).some(isSign);
}

function isSign(text: string): boolean {
  try {
    inspectSign(text);
    return true;
  } catch {
    return false;
  }
}
