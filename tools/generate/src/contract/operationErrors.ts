import { errorExamples } from './errorExamples.ts';
import { operationsOf, type Contract, type Operation } from './contract.ts';

/** The listed errors that an operation answers with, each in the order of the error model. */
export interface OperationErrors {
  codes: string[];
  /** Without their codes: no two codes share one. */
  reasons: string[];
  /** The statuses of the gateways that may answer in FinAuth's place. */
  gateways: string[];
}

/** The errors of an operation's own answers: the codes and reasons that their examples have, and the gateways' statuses among them. */
export function operationErrors(contract: Contract, operation: Operation): OperationErrors {
  const { codes, gateways } = contract['x-error-model'];
  const said = errorExamples(contract, [operation]).map(({ error }) => error);
  const says = (text: string): boolean => said.some((error) => error === text || error.startsWith(`${text}: `));
  const own = Object.entries(codes).filter(([code]) => says(code));
  return {
    codes: own.map(([code]) => code),
    reasons: own.flatMap(([code, { reasons = {} }]) => Object.keys(reasons).filter((reason) => says(`${code}: ${reason}`))),
    gateways: Object.keys(gateways).filter((status) => Object.hasOwn(operation.responses, status)),
  };
}

/** The IDs of the operations that have an error: a code, a reason, or a gateway's status. */
export function operationsWith(contract: Contract, kind: keyof OperationErrors, name: string): string[] {
  return operationsOf(contract)
    .filter(({ operation }) => operationErrors(contract, operation)[kind].includes(name))
    .map(({ operation }) => operation.operationId);
}
