import { isBinary, type Contract } from '@finauth-sdk/generate/contract';
import { FILE_TYPES, type FileTypes } from '@finauth-sdk/generate/fileTypes';
import { PERSONAL } from '@finauth-sdk/generate/personalFields';
import { REQUIRED_WHEN } from '@finauth-sdk/generate/requiredWhen';
import { PREVIEW } from '@finauth-sdk/generate/stability';
import type { TakesToken } from '@finauth-sdk/generate/tokens';
import { sourceNote } from './sourceNote.ts';

// What stands in these is data of the API's, or has a rendering of its own.
const NOT_ENTERED = ['example', 'examples', 'x-error-model', 'x-results', 'x-signature', 'x-sources'];

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
  if (said.length === 0 || typeof (annotated['description'] ?? '') !== 'string') return annotated;
  const description = said.join(' ');
  if (annotated['x-stability'] !== PREVIEW) return { ...annotated, description };
  return {
    ...annotated,
    description: `${PREVIEW_NOTE}\n\n${description}`,
    'x-badges': [{ name: 'Preview', position: 'before', color: '#8a5a00' }],
  };
}

const PREVIEW_NOTE =
  '**Preview.** FinAuth’s documentation does not cover this call. This page describes it by the sources that it names, and a minor version of this SDK may change it.';

/** What a schema's limits mean, and those of an answer. Every `minLength: 1` is ours: FinAuth's documentation names no minimum length, as sources.yaml says. */
function limitNote(node: Record<string, unknown>): string {
  const {
    'x-maxBytes': limit,
    minLength,
    content,
    'x-takesToken': takes,
    [REQUIRED_WHEN]: when,
    [FILE_TYPES]: types,
    [PERSONAL]: personal,
  } = node;
  return [
    typeof limit === 'number' &&
      (content === undefined
        ? `At most ${limit} bytes${isBinary(node) ? '' : ' as UTF-8'}.`
        : `This SDK reads at most ${limit} bytes of it, unless told otherwise.`),
    when !== undefined && `Required where \`${Object.keys(when as object)[0]}\` is \`${String(Object.values(when as object)[0])}\`.`,
    types !== undefined && `Of the type ${(types as FileTypes).allowed.join(' or ')}.`,
    personal === true && 'Data of a person: keep it out of logs.',
    takes !== undefined && `Takes a token of \`${(takes as TakesToken).from}\`.`,
    minLength === 1 && 'By a rule of this SDK, it must not be empty.',
  ]
    .filter(Boolean)
    .join(' ');
}
