import type { Advice, Contract, RetryAdvice } from '@finauth-sdk/generate/contract';
import { markdownTable } from './markdownTable.ts';

const WHAT_THE_SDK_DOES: Record<RetryAdvice, string> = {
  later: 'asks again after a pause',
  fresh_signature: 'sets its clock right by the answer, signs anew and asks once more; throws at once if the clocks agree',
  never: 'throws at once',
};

/** What the SDK does about each error, by its retry advice in the error model. */
export function renderRetries(contract: Contract): string {
  const { codes, unlisted, gateways } = contract['x-error-model'];
  const errors: [string, Advice][] = [
    ...Object.entries(codes).flatMap(([code, { reasons, ...advice }]) =>
      reasons ? Object.entries(reasons) : [[code, advice] as [string, Advice]],
    ),
    ...Object.entries(gateways).map(([status, advice]): [string, Advice] => [`${status} from a gateway`, advice]),
    ['anything unlisted', unlisted],
  ];
  const named = (advice: RetryAdvice): string =>
    errors
      .filter(([, { retry }]) => retry === advice)
      .map(([name]) => (/^\w+$/.test(name) ? `\`${name}\`` : name))
      .join(', ');
  return markdownTable(
    ['What happened', 'What the SDK does'],
    [
      ...Object.entries(WHAT_THE_SDK_DOES).map(([advice, does]) => [named(advice as RetryAdvice), does]),
      ['no connection, or no answer in time', WHAT_THE_SDK_DOES.later],
    ],
  );
}
