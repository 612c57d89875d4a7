import { operationsOf, type Contract } from '../contract/contract.ts';
import { operationErrors } from '../contract/operationErrors.ts';
import { header, literal } from '../typescriptText.ts';

/** Which listed errors each operation answers with, as lists and as types. In a file of its own, since no call needs it. */
export function generateOperationErrors(contract: Contract): string {
  const table = operationsOf(contract).map(({ operation }) => {
    const { codes, reasons, gateways } = operationErrors(contract, operation);
    return [operation.operationId, { codes, reasons, gateways: gateways.map(Number) }] as const;
  });
  return `${header}
/** The errors of each operation's own answers, by the operation's ID: codes, reasons behind a code, and statuses of gateways that answer in FinAuth's place. */
export const operationErrors = ${literal(Object.fromEntries(table))} as const;

/** A listed code that the operation of this ID answers with. FinAuth may add to them. */
export type ErrorCodeOf<Id extends keyof typeof operationErrors> = (typeof operationErrors)[Id]['codes'][number];

/** A listed reason that the operation of this ID answers with. FinAuth may add to them. */
export type ErrorReasonOf<Id extends keyof typeof operationErrors> = (typeof operationErrors)[Id]['reasons'][number];
`;
}
