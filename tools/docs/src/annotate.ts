import type { Contract } from '@finauth-sdk/generate/contract';
import type { TakesToken } from '@finauth-sdk/generate/tokens';
import { sourceNote } from './sourceNote.ts';

// What stands in these is data of the API's, or has a rendering of its own.
const NOT_ENTERED = ['example', 'examples', 'x-error-model', 'x-signature', 'x-sources'];

/** The spec with what Redoc does not show put into the descriptions: limits in bytes, and where a fact comes from. */
export function annotate(contract: Contract): Contract {
  return annotateNode(contract, contract) as Contract;
}

function annotateNode(contract: Contract, node: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => annotateNode(contract, item));
  if (node === null || typeof node !== 'object') return node;
  const entries = Object.entries(node).map(([key, value]) => [key, NOT_ENTERED.includes(key) ? value : annotateNode(contract, value)]);
  const annotated = Object.fromEntries(entries) as Record<string, unknown>;
  const said = [annotated['description'], limitNote(annotated), sourceNote(contract, annotated)].filter(Boolean);
  return said.length > 0 && typeof (annotated['description'] ?? '') === 'string'
    ? { ...annotated, description: said.join(' ') }
    : annotated;
}

/** What a schema's limits mean, and those of an answer. Every `minLength: 1` is ours: FinAuth's page names no least length, as sources.yaml says. */
function limitNote({ 'x-maxBytes': limit, minLength, content, 'x-takesToken': takes }: Record<string, unknown>): string {
  return [
    typeof limit === 'number' &&
      (content === undefined ? `At most ${limit} bytes as UTF-8.` : `This SDK reads at most ${limit} bytes of it, unless told otherwise.`),
    takes !== undefined && `Takes a token of \`${(takes as TakesToken).from}\`.`,
    minLength === 1 && 'By a rule of this SDK, it must not be empty.',
  ]
    .filter(Boolean)
    .join(' ');
}
