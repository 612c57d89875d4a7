import type { Operation } from './contract.ts';

/** The fields of the first example that the spec has of an operation's request. */
export function requestExample({ requestBody }: Operation): Record<string, unknown> {
  const [example] = Object.values(requestBody.content).flatMap(({ examples }) => Object.values(examples ?? {}));
  return (example?.value ?? {}) as Record<string, unknown>;
}
