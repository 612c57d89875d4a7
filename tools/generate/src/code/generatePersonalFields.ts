import { operationsOf, type Contract } from '../contract/contract.ts';
import { personalFields } from '../contract/personalFields.ts';
import { header, literal } from '../typescriptText.ts';

/** The fields that hold data of a person, as a list: for whoever writes logs. In a file of its own, since no call needs it. */
export function generatePersonalFields(contract: Contract): string {
  const table = operationsOf(contract)
    .map(({ operation }) => [operation.operationId, personalFields(contract, operation)] as const)
    .filter(([, { request, answer }]) => request.length + answer.length > 0);
  return `${header}
/** The fields that hold data of a person, by the operation's ID: those of what a caller gives, and those of the answer. No log should have them. */
export const personalFields = ${literal(Object.fromEntries(table))} as const;
`;
}
