import type { Advice, Contract, RetryAdvice } from '@finauth-sdk/generate/contract';
import { markdownTable } from '../../markdownTable.ts';

const WHAT_THE_SDK_DOES: Record<RetryAdvice, string> = {
  later: 'retries after a pause',
  fresh_signature: "adjusts to FinAuth's clock, signs again and retries; throws at once if the clocks agree",
  never: 'throws at once',
};

/** What the SDK does about each error, by its retry advice in the error model. */
export function renderRetries(contract: Contract): string {
  const { codes, unlisted, gateways } = contract['x-error-model'];
  const errors: [string, Advice][] = [
    ...Object.entries(codes).flatMap(([code, { reasons, ...advice }]) =>
      reasons
        ? [...Object.entries(reasons), [`any other reason of \`${code}\``, advice] as [string, Advice]]
        : [[code, advice] as [string, Advice]],
    ),
    ...Object.entries(gateways).map(([status, advice]): [string, Advice] => [`${status} from a gateway`, advice]),
    ...Object.entries(unlistedByStatus(contract)).map(([retry, statuses]): [string, Advice] => [
      `a code that is not listed, with status ${either(statuses)}`,
      { ...unlisted, retry: retry as RetryAdvice },
    ]),
    ['a code that is not listed, with any other status', unlisted],
  ];
  const named = (advice: RetryAdvice): string =>
    errors
      .filter(([, { retry }]) => retry === advice)
      .map(([name]) => (/^\w+$/.test(name) ? `\`${name}\`` : name))
      .join('; ');
  return markdownTable(
    ['What happened', 'What the SDK does'],
    [
      ...Object.entries(WHAT_THE_SDK_DOES).map(([advice, does]) => [named(advice as RetryAdvice), does]),
      ['no connection, or no response in time', WHAT_THE_SDK_DOES.later],
      ['the limiter in `maxConcurrency` fails: [ERR_LIMITER](error:ERR_LIMITER)', WHAT_THE_SDK_DOES.later],
      [
        "any other response that is not FinAuth's: [ERR_RESPONSE](error:ERR_RESPONSE)",
        `${WHAT_THE_SDK_DOES.never} (a redirect, with \`fetch\`: after one retry)`,
      ],
    ],
  );
}

/** The statuses of gateways whose advice the SDK takes for a code that nobody has listed, by that advice, where it is not that of the code. */
export function unlistedByStatus({ 'x-error-model': { gateways, unlisted } }: Contract): Partial<Record<RetryAdvice, string[]>> {
  const differing = Object.entries(gateways).filter(([, { retry }]) => retry !== unlisted.retry);
  return Object.groupBy(
    differing.map(([status]) => status),
    (status) => gateways[status]!.retry,
  );
}

/** `429, 502 or 503` */
export function either(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
