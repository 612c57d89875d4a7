import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { folders, root } from '../folders.ts';
import { type Outputs, readAll } from '../files/outputs.ts';
import { checkUse } from './checkUse.ts';

let present: Outputs;
beforeAll(async () => {
  present = await readAll(root, folders);
});

/** What the spec would make, if these were called otherwise. */
const renamed = (names: Record<string, string>): Outputs =>
  new Map(
    [...present].map(([path, text]) => [
      path,
      text.replaceAll(new RegExp(`\\b(${Object.keys(names).join('|')})\\b`, 'g'), (name) => names[name]!),
    ]),
  );
const lineOf = (file: string, line: number): string => readFileSync(join(root, file), 'utf8').split('\n')[line - 1]!;

test('finds nothing in the code as it is', async () => {
  await expect(checkUse(root, present)).resolves.toEqual([]);
});

test('names the lines that use a field of a request, one of an answer, and a reason, were they called otherwise', async () => {
  const found = await checkUse(root, renamed({ liveness_id: 'scene_id', request_id: 'id', DENIED: 'FORBIDDEN' }));
  const using = (name: string): string[] => [
    ...new Set(found.flatMap(({ file, line }) => (lineOf(file, line).includes(name) ? [file] : []))),
  ];
  expect(using('liveness_id')).toEqual(
    expect.arrayContaining(['packages/cli/src/doctor/checkCall.ts', 'spec/samples/sdk.ts', 'tools/start/src/liveTarget.ts']),
  );
  expect(using('request_id')).toEqual(
    expect.arrayContaining(['packages/signing/src/answer/judgeAnswer.ts', 'packages/sandbox/src/judge/answer.ts']),
  );
  expect(using('DENIED')).toEqual(expect.arrayContaining(['spec/samples/failures.test.ts']));
  for (const { file, line, column } of found) expect(lineOf(file, line).length).toBeGreaterThanOrEqual(column - 1);
});
