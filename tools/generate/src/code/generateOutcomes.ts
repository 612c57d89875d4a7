import { operationsOf, resolve, successOf, type Contract } from '../contract/contract.ts';
import { header, literal, quote, union } from '../typescriptText.ts';

/** What the sandbox's phone can end with: for each result, the spec's example of an answer that has it. */
export function generateOutcomes(contract: Contract): string {
  const { operation: id, fields, phone, results, families } = contract['x-results'];
  const { operation } = operationsOf(contract).find((each) => each.operation.operationId === id)!;
  const { content } = resolve(contract, operation.responses[successOf(operation)]!);
  const answers = Object.values(content!['application/json']!.examples ?? {}).map(({ value }) => value as Record<string, unknown>);
  const outcomes = Object.entries(results).map(([message, { code }]) => [
    message,
    {
      phoneCode: phone.failed.includes(families[code]!.kind) ? code : phone.ended,
      answer: answers.find((answer) => answer[fields.message] === message),
    },
  ]);
  return `${header}
import type { Outcome } from '../api/outcome.ts';

/** The message of a result. */
export type OutcomeName = ${union(Object.keys(results))};

/** What the phone's SDK ends with, and what is answered then, by the message of the result. */
export const outcomes: Readonly<Record<OutcomeName, Outcome>> = ${literal(Object.fromEntries(outcomes))};

/** What the phone ends with unless it is told otherwise: a pass. */
export const usualOutcome: OutcomeName = ${quote(String(answers[0]![fields.message]))};
`;
}
