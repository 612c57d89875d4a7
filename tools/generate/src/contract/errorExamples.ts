import { operationsOf, resolve, type Contract } from './contract.ts';

/** The text of `error` that stands for each code and reason of the model. */
export function documentedErrors({ 'x-error-model': model }: Contract): string[] {
  return Object.entries(model.codes).flatMap(([code, { reasons }]) =>
    reasons ? Object.keys(reasons).map((reason) => `${code}: ${reason}`) : [code],
  );
}

/** Every named example of an `error` in the answers of the operations, with the operation and the status it is an example of. */
export function errorExamples(
  contract: Contract,
  operations = operationsOf(contract).map(({ operation }) => operation),
): { operationId: string; status: number; name: string; error: string }[] {
  return operations.flatMap((operation) =>
    Object.entries(operation.responses).flatMap(([status, response]) =>
      Object.entries(resolve(contract, response).content?.['application/json']?.examples ?? {}).flatMap(([name, { value }]) => {
        const error = (value as { error?: unknown } | null)?.error;
        return typeof error === 'string' ? [{ operationId: operation.operationId, status: Number(status), name, error }] : [];
      }),
    ),
  );
}
