import { LineCounter, parseDocument } from 'yaml';
import { expect, test } from 'vitest';
import type { Sources } from '../wrongSpec/readSources.ts';
import { findOperations, withTypes } from './findOperations.ts';

const route = (id: string, path: string): string =>
  `  {\n    operationId: '${id}',\n    summary: 'It''s one',\n    method: 'POST',\n    path: '${path}',\n    encoding: 'form',\n  },\n`;
const routes = route('mint', '/mint') + route('verify', '/verify');

/** A spec with these IDs at its two paths, the second in a file of its own. */
function spec(first: string, second: string, path = '/mint'): Sources {
  const texts = {
    'openapi.yaml': `paths:\n  ${path}:\n    post: { operationId: ${first} }\n  /verify:\n    $ref: ./paths/verify.yaml\n`,
    'paths/verify.yaml': `post:\n  operationId: ${second}\n`,
  };
  const files = Object.entries(texts).map(([file, text]) => [file, { document: parseDocument(text), lines: new LineCounter() }] as const);
  return { folder: 'spec', files: new Map(files) };
}

test.each<[string, Sources, Record<string, string>]>([
  ['nothing', spec('mint', 'verify'), {}],
  ['another name', spec('mintToken', 'verify'), { mint: 'mintToken' }],
  ['another name in a file of its own', spec('mint', 'check'), { verify: 'check' }],
  ['two other names', spec('mintToken', 'check'), { mint: 'mintToken', verify: 'check' }],
  ['two that changed places', spec('verify', 'mint'), {}],
  ['one that is there twice', spec('verify', 'verify'), {}],
  ['one new name for both', spec('both', 'both'), {}],
  ['another name at another path', spec('mintToken', 'verify', '/token'), {}],
  ['a name that can be none', spec('"*/ pwned"', 'verify'), {}],
  ['no text', spec('7', 'verify'), {}],
])('%s', (_what, sources, renames) => {
  expect(Object.fromEntries(findOperations(routes, sources))).toEqual(renames);
});

test('brings along the types that are made of its name, and no schema', () => {
  const code =
    'export type MintData = {}; export type MintRequest = {}; const validateMintRequest = 1; const isMintAnswer = 1; type Minted = 1;';
  expect(Object.fromEntries(withTypes(new Map([['mint', 'issue']]), new Map([['a.ts', code]]), ['MintRequest']))).toEqual({
    mint: 'issue',
    MintData: 'IssueData',
    isMintAnswer: 'isIssueAnswer',
  });
});
