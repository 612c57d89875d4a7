import { livenessPrefix, scenarios, testIds } from '../generated/scenarios.ts';
import type { Route } from '../api/route.ts';

/** The name of the answer that a call asks for by a test ID, whether or not its operation has one of that name. Undefined: it asks for none. */
export function askedFor({ scenarioField }: Route, values: Readonly<Record<string, unknown>>): string | undefined {
  const id = scenarioField === undefined ? undefined : values[scenarioField];
  return typeof id === 'string' && id.startsWith(livenessPrefix) ? id.slice(livenessPrefix.length) : undefined;
}

/** The test IDs of an operation, by the names of its answers. */
export function testIdsOf(operationId: string): Readonly<Record<string, string>> {
  return (testIds as Readonly<Record<string, Readonly<Record<string, string>>>>)[operationId]!;
}

/** The operations that have an answer of this name. */
export function operationsAnswering(name: string): string[] {
  return Object.keys(testIds).filter((operation) => Object.hasOwn(testIdsOf(operation), name));
}

/** A test ID, for a table to read. */
export interface TestIdRow {
  readonly id: string;
  /** The operations that give this answer to it. */
  readonly operations: readonly string[];
  /** Undefined for the usual success. */
  readonly status?: number;
  readonly meaning: string;
}

/** Every test ID with its answer. One that is another answer of another operation comes once for each. */
export function testIdRows(): readonly TestIdRow[] {
  const rows = new Map<string, TestIdRow>();
  for (const operation of Object.keys(testIds)) {
    for (const [name, id] of Object.entries(testIdsOf(operation))) {
      const { status, meaning } = scenarios[operation]![name] ?? { meaning: 'The usual answer, as whatever is no test ID gets.' };
      const key = JSON.stringify([id, status, meaning]);
      const operations = [...(rows.get(key)?.operations ?? []), operation];
      rows.set(key, { id, operations, ...(status !== undefined && { status }), meaning });
    }
  }
  return [...rows.values()];
}
