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
  if (harmless(answer.biz_token) !== answer.biz_token || holdsSign(JSON.stringify(answer))) {
    throw new CommandError(
      'answer',
      'The token holds control characters or the API secret, or the answer holds a signature: it is not from FinAuth, and is not shown. Check the base URL, and what answers there.',
    );
  }
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
