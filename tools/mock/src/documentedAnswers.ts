import { type Contract, operationsOf, resolve } from '@finauth-sdk/generate/contract';

/** An answer that the spec has an example of, and how to ask Prism for it. */
export interface DocumentedAnswer {
  operationId: string;
  method: string;
  path: string;
  status: number;
  name: string;
  summary: string;
  /** The example itself: what the body must be. */
  value: unknown;
  /** The value of the header `Prefer`. */
  prefer: string;
}

/** Every answer of which the spec has an example. */
export function documentedAnswers(contract: Contract): DocumentedAnswer[] {
  return operationsOf(contract).flatMap(({ path, method, operation }) =>
    Object.entries(operation.responses).flatMap(([status, response]) =>
      Object.values(resolve(contract, response).content ?? {}).flatMap(({ examples }) =>
        Object.entries(examples ?? {}).map(([name, { summary = '', value }]) => ({
          operationId: operation.operationId,
          method: method.toUpperCase(),
          path,
          status: Number(status),
          name,
          summary,
          value,
          prefer: `code=${status}, example=${name}`,
        })),
      ),
    ),
  );
}
