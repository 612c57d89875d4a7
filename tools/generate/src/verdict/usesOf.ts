import { operationsOf, type Contract } from '../contract.ts';

/** Whether users send something, get it, or both: operations may share it. */
export interface Uses {
  isSent: boolean;
  isGot: boolean;
}

/**
 * The uses of whatever a pointer leads to, in all requests and answers. Redocly tells of a shared schema once, at the first place that it comes by, and what
 * harms nobody there may break whoever meets it elsewhere.
 */
export function usesOf(contract: Contract, pointer: string): Uses {
  const operations = operationsOf(contract).map(({ path, method, operation }) => ({ at: `#/paths/${escaped(path)}/${method}`, operation }));
  // A path's own parameters are sent, like those of an operation.
  const sent = [
    ...Object.keys(contract.paths).map((path) => `#/paths/${escaped(path)}/parameters`),
    ...operations.flatMap(({ at }) => [`${at}/parameters`, `${at}/requestBody`]),
  ];
  const got = operations.map(({ at }) => `${at}/responses`);
  return { isSent: reaches(contract, sent, pointer), isGot: reaches(contract, got, pointer) };
}

/** Whether the target, or what holds it, is among what the starts contain and refer to. */
function reaches(contract: Contract, starts: string[], target: string): boolean {
  const around = new Set(target.split('/').map((_, index, steps) => steps.slice(0, index + 1).join('/')));
  const seen = new Set<string>();
  const waiting = starts.map((pointer) => ({ pointer, node: nodeAt(contract, pointer) }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { pointer, node } = next;
    if (node === null || typeof node !== 'object' || seen.has(pointer)) continue;
    seen.add(pointer);
    if (around.has(pointer)) return true;
    const { $ref: ref } = node as { $ref?: unknown };
    if (typeof ref === 'string') waiting.push({ pointer: ref, node: nodeAt(contract, ref) });
    for (const [key, value] of Object.entries(node)) waiting.push({ pointer: `${pointer}/${escaped(key)}`, node: value });
  }
  return false;
}

function nodeAt(contract: Contract, pointer: string): unknown {
  const steps = pointer.split('/').slice(1);
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[unescaped(step)], contract);
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

export function unescaped(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
