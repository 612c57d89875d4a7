import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NOTHING, type Affected } from './affected.ts';
import type { Generator } from './generator.ts';
import { round } from './round.ts';
import type { Service } from './service.ts';

// Turbo is played by a script that writes down what it is asked for, fails where it is to, and takes its time where it is to.
let folder: string;
let said: string[];
const asked = () => readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'finauth-round-'));
  said = [];
  const script = 'cd "$(dirname "$0")"; echo "$*" >> asked; case "$*" in *"$(cat slow)"*) sleep 60;; *"$(cat broken)"*) exit 1;; esac';
  writeFileSync(join(folder, 'turbo'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  writeFileSync(join(folder, 'slow'), 'nothing');
  writeFileSync(join(folder, 'broken'), 'nothing');
  writeFileSync(join(folder, 'asked'), '');
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH']}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const service: Service = { restart: () => Promise.resolve(), stop: () => Promise.resolve(), url: () => 'http://127.0.0.1:1' };
const generator: Generator = { makeReady() {}, discard() {}, run: () => Promise.reject(new Error('nothing is to be generated')) };
const pending: Affected = { ...NOTHING, build: ['packages/*'], mock: true, check: ['packages/cli'], rest: ['test/contract'] };
const go = (signal = new AbortController().signal) =>
  round(
    { root: folder, generator, mock: service, sandbox: service, say: (text) => said.push(text) },
    pending,
    ['packages/cli/src/run.ts'],
    signal,
  );

/** A save while turbo is at work on what fits, once so many lines have been said. */
async function overtakenAt(work: string, says = 0): Promise<Affected> {
  writeFileSync(join(folder, 'slow'), work);
  const saved = new AbortController();
  const still = go(saved.signal);
  while (!asked().some((args) => args.includes(work)) || said.length < says) await pause(10);
  saved.abort();
  return still;
}

test('says what is served, then what is tested, then that the rest is, and leaves nothing pending', async () => {
  expect(await go()).toEqual(NOTHING);
  expect(said.map((line) => line.replace(/[\d.]+ s/, 'N s'))).toEqual([
    '\nSaved: packages/cli/src/run.ts',
    'Serving after N s. Mock http://127.0.0.1:1, sandbox http://127.0.0.1:1',
    'Green after N s: packages/cli. What rests on it follows.',
    'All green after N s.',
  ]);
  const [first, ...others] = asked().map((args) => args.split(' --output-logs')[0]);
  expect(first).toBe('run build --filter=./packages/cli');
  // What is served beside what is tested.
  expect(others.slice(0, 2).sort()).toEqual(['run build --filter=./packages/*', 'run typecheck test --filter=./packages/cli']);
  expect(others.slice(2)).toEqual(['run build typecheck test --filter=./test/contract']);
});

test('leaves all of it pending where a save overtakes the build', async () => {
  expect(await overtakenAt('run build --filter=./packages/cli')).toEqual(pending);
});

test('leaves all of it pending where a save overtakes what the sandbox runs on', async () => {
  expect(await overtakenAt('run build --filter=./packages/*')).toEqual(pending);
  expect(said.join('\n')).not.toMatch(/^(?:Serving|Green)/m);
});

test('leaves the tests pending where a save overtakes them, and does not say that they pass', async () => {
  expect(await overtakenAt('typecheck test --filter=./packages/cli', 2)).toEqual({ ...NOTHING, check: pending.check, rest: pending.rest });
  expect(said.at(-1)).toMatch(/^Serving/);
});

test('leaves the rest pending where a save overtakes that', async () => {
  expect(await overtakenAt('build typecheck test')).toEqual({ ...NOTHING, rest: pending.rest });
  expect(said.at(-1)).toMatch(/^Green/);
});

test('leaves pending what has failed, and says that it is not green', async () => {
  writeFileSync(join(folder, 'broken'), 'typecheck test --filter=./packages/cli');
  expect(await go()).toEqual({ ...NOTHING, check: pending.check, rest: pending.rest });
  expect(said.at(-1)).toMatch(/^Not green after .* s: waiting for the next save\.$/);
  expect(said.join('\n')).not.toMatch(/^Green/m);
});
