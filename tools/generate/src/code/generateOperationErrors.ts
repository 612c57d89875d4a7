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
/** The errors of each operation, by operation ID: codes, reasons after a code, and statuses of gateways that respond in FinAuth's place. */
export const operationErrors = ${literal(Object.fromEntries(table))} as const;

/** A listed code that this operation can return. FinAuth may add some. */
export type ErrorCodeOf<Id extends keyof typeof operationErrors> = (typeof operationErrors)[Id]['codes'][number];

/** A listed reason that this operation can return. FinAuth may add some. */
export type ErrorReasonOf<Id extends keyof typeof operationErrors> = (typeof operationErrors)[Id]['reasons'][number];
`;
}
