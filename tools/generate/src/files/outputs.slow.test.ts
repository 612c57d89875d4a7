import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as oneTurn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { apply, compare, isEmpty, readAll } from './outputs.ts';

const folders = ['generated'];
const before = new Map([
  ['generated/kept.ts', 'kept'],
  ['generated/old.ts', 'old'],
  ['generated/zebra.ts', 'zebra'],
]);

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'finauth-outputs-'));
  await apply(root, folders, before);
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('makes the folders hold the outputs and nothing else', async () => {
  const outputs = new Map([
    ['generated/deep/new.ts', 'new'],
    ['generated/kept.ts', 'kept'],
    ['generated/zebra.ts', 'striped'],
  ]);
  expect(await apply(root, folders, outputs)).toEqual({
    added: ['generated/deep/new.ts'],
    changed: ['generated/zebra.ts'],
    removed: ['generated/old.ts'],
  });
  expect(await readAll(root, folders)).toEqual(outputs);
  expect(isEmpty(await compare(root, folders, outputs))).toBe(true);
});

test('does not touch a file that is right already', async () => {
  const { mtimeMs } = await stat(join(root, 'generated/kept.ts'));
  await apply(root, folders, new Map([['generated/kept.ts', 'kept']]));
  expect((await stat(join(root, 'generated/kept.ts'))).mtimeMs).toBe(mtimeMs);
});

test('leaves what was there when it fails on the way', async () => {
  // A folder stands where the last file would be written to, so that writing it fails when the others are done.
  await mkdir(join(root, 'generated/zebra.ts.new'));
  const outputs = new Map([
    ['generated/added.ts', 'added'],
    ['generated/kept.ts', 'changed'],
    ['generated/zebra.ts', 'striped'],
  ]);
  await expect(apply(root, folders, outputs)).rejects.toThrow('EISDIR');
  await rm(join(root, 'generated/zebra.ts.new'), { recursive: true, force: true });
  expect(await readAll(root, folders)).toEqual(before);
});

test('leaves what was there when it fails at the last file, with the others in their places', async () => {
  await rm(join(root, 'generated/zebra.ts'));
  // Where a folder stands no file can be put.
  await mkdir(join(root, 'generated/zebra.ts/stripes'), { recursive: true });
  const there = await readAll(root, folders);
  const outputs = new Map([
    ['generated/added.ts', 'added'],
    ['generated/kept.ts', 'changed'],
    ['generated/zebra.ts', 'striped'],
  ]);
  await expect(apply(root, folders, outputs)).rejects.toThrow('EISDIR');
  expect(await readAll(root, folders)).toEqual(there);
});

test('puts back what it has removed when a removal fails', async () => {
  const names = Array.from({ length: 600 }, (_, index) => `generated/old${1_000 + index}.ts`);
  const present = new Map([...before, ...names.map((name) => [name, 'old'] as const)]);
  await apply(root, folders, present);
  const outputs = new Map([
    ['generated/added.ts', 'added'],
    ['generated/kept.ts', 'changed'],
  ]);
  // Once the removals have begun a folder takes the place of one that is still to come, which no removal of a file can remove.
  const blocked = names[500]!;
  const failing = apply(root, folders, outputs).catch((error: unknown) => error);
  while (existsSync(join(root, names[0]!))) await oneTurn();
  expect(existsSync(join(root, blocked))).toBe(true);
  rmSync(join(root, blocked));
  mkdirSync(join(root, blocked));
  expect(String(await failing)).toContain(blocked);
  expect(existsSync(join(root, names[499]!))).toBe(true);
  await rm(join(root, blocked), { recursive: true });
  present.delete(blocked);
  expect(await readAll(root, folders)).toEqual(present);
});

test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)(
  'has done all of it when %s comes in the middle, and ends then',
  async (signal) => {
    const child = spawn(process.execPath, [join(import.meta.dirname, '../testing/applyMany.ts'), root, 'new', signal], {
      stdio: 'inherit',
    });
    expect(await once(child, 'exit')).toEqual([null, signal]);
    const files = await readAll(root, folders);
    expect(files.size).toBe(2_000);
    expect(new Set(files.values())).toEqual(new Set(['new']));
  },
);

test('finds what was edited by hand', async () => {
  await writeFile(join(root, 'generated/kept.ts'), 'edited');
  expect(await compare(root, folders, before)).toEqual({ added: [], changed: ['generated/kept.ts'], removed: [] });
  expect(await readFile(join(root, 'generated/kept.ts'), 'utf8')).toBe('edited');
});
