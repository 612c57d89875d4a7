import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { folders, root } from '../folders.ts';
import { type Outputs, readAll } from '../outputs.ts';
import { checkUse } from './checkUse.ts';

let present: Outputs;
beforeAll(async () => {
  present = await readAll(root, folders);
});

/** What the spec would make, if all of it were called otherwise. */
const renamed = (from: string, to: string): Outputs =>
  new Map([...present].map(([path, text]) => [path, text.replaceAll(new RegExp(`\\b${from}\\b`, 'g'), to)]));

test('finds nothing in the code as it is', async () => {
  await expect(checkUse(root, present)).resolves.toEqual([]);
});

test.each([
  ['liveness_id', 'scene_id', ['packages/cli/src/commands/token.ts', 'spec/samples/sdk.ts', 'tools/start/src/liveTarget.ts']],
  ['request_id', 'id', ['packages/signing/src/judgeAnswer.ts', 'packages/sandbox/src/answer.ts']],
  ['DENIED', 'FORBIDDEN', ['spec/samples/failures.test.ts']],
])('names the lines that use %s, were it %s', async (from, to, files) => {
  const found = await checkUse(root, renamed(from, to));
  expect([...new Set(found.map(({ file }) => file))]).toEqual(expect.arrayContaining(files));
  for (const { file, line, column } of found)
    expect(readFileSync(join(root, file), 'utf8').split('\n')[line - 1]!.length).toBeGreaterThanOrEqual(column - 1);
});
