/** One-line changes as a maintainer makes them, one of each kind. The round tells them apart, so that no cache knows the answer. */
export interface Edit {
  kind: string;
  file: string;
  change: (text: string, round: number) => string;
}

const SCHEMA = 'spec/components/schemas/GetBizTokenRequest.yaml';

export const edits: Edit[] = [
  {
    kind: 'a description',
    file: SCHEMA,
    change: (text, round) => text.replace('The ID of the liveness scene.', `The ID of the liveness scene (${round}).`),
  },
  { kind: 'a limit of bytes', file: SCHEMA, change: (text, round) => text.replace(/x-maxBytes: \d+/, `x-maxBytes: ${40 + round}`) },
  {
    kind: 'an optional field',
    file: SCHEMA,
    change: (text, round) => text.replace('properties:\n', `properties:\n  note${round}: { type: string, description: New. }\n`),
  },
  // Another error's in each round: the same once more would be the same code, and that is cached.
  { kind: 'a retry class', file: 'spec/errors.yaml', change: (text, round) => replaceNth(text, 'retry: later', round, 'retry: never') },
  {
    kind: 'a remedy',
    file: 'spec/errors.yaml',
    change: (text, round) => text.replace('remedy: Retry.', `remedy: Retry (${round}).`),
  },
  { kind: 'a region', file: 'spec/openapi.yaml', change: (text, round) => text.replace('x-region: idn', `x-region: idn${round}`) },
  { kind: 'a guide', file: 'spec/guides/1-quickstart.md', change: (text, round) => `${text}\nOne line more, ${round}.\n` },
  { kind: 'a source of signing', file: 'packages/signing/src/signature/base64.ts', change: (text, round) => `${text}\n// ${round}\n` },
  { kind: 'a source of the sandbox', file: 'packages/sandbox/src/state/state.ts', change: (text, round) => `${text}\n// ${round}\n` },
  { kind: 'a source of the generator', file: 'tools/generate/src/generate.ts', change: (text, round) => `${text}\n// ${round}\n` },
];

function replaceNth(text: string, what: string, number: number, by: string): string {
  let seen = 0;
  return text.replaceAll(what, (found) => (++seen === number ? by : found));
}
