import { run } from '@finauth-sdk/release/run';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Consumer } from './consumer.ts';
import { copyFixture, copySample, install, type Place } from './place.ts';

type JestVersion = keyof typeof jests;

/** Each Jest, and what is released along with it. */
const jests = {
  29: { jest: '29.7.0', 'babel-jest': '29.7.0', 'jest-environment-jsdom': '29.7.0', '@types/jest': '29.5.14' },
  30: { jest: '30.5.2', 'babel-jest': '30.5.2', 'jest-environment-jsdom': '30.5.2', '@types/jest': '30.0.0' },
} as const;

const typed = ['typescript@5.9.3', '@types/node@24.19.2'];

/** How Jest is told of TypeScript, or of ES modules: its configuration, what that needs, and what its test is written in. */
const ways: Record<string, { packages: readonly string[]; config: object; babel?: string; test: 'js' | 'ts' | 'mjs' }> = {
  'as it comes': { packages: [], config: {}, test: 'js' },
  'ts-jest': { packages: ['ts-jest@29.4.15', ...typed], config: { preset: 'ts-jest' }, test: 'ts' },
  'babel-jest': {
    packages: ['@babel/core@7.29.7', '@babel/preset-env@7.29.7', '@babel/preset-typescript@7.29.7'],
    babel: `module.exports = { presets: [['@babel/preset-env', { targets: { node: 'current' } }], '@babel/preset-typescript'] };`,
    config: {},
    test: 'ts',
  },
  '@swc/jest': {
    packages: ['@swc/core@1.16.22', '@swc/jest@0.2.39'],
    config: { transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } }] } },
    test: 'ts',
  },
  'its ES modules': { packages: [], config: { transform: {}, testMatch: ['**/*.test.mjs'] }, test: 'mjs' },
  jsdom: { packages: ['ts-jest@29.4.15', ...typed], config: { preset: 'ts-jest', testEnvironment: 'jsdom' }, test: 'ts' },
};

/** Each Jest, each way. No package of ours is named in its configuration. */
export const jestRows: readonly Consumer[] = ([29, 30] as const).flatMap((version) => Object.keys(ways).map((how) => row(version, how)));

function row(version: JestVersion, how: string): Consumer {
  const { packages, config, babel, test } = ways[how]!;
  return {
    tool: 'Jest',
    version: String(version),
    how,
    slow: !(version === 30 && how === 'as it comes'),
    run: async (place) => {
      const { folder, env } = place;
      await copyFixture(place, 'jest');
      await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, jest: config }));
      if (babel !== undefined) await writeFile(join(folder, 'babel.config.js'), babel);
      await onlyTest(place, how, test);
      // Under jsdom it would be a browser's.
      if (test === 'ts' && how !== 'jsdom') await copySample(place, 'jest.test.ts', 'sample.test.ts');
      const needed = Object.entries(jests[version]).filter(([name]) => name !== 'jest-environment-jsdom' || how === 'jsdom');
      await install(place, [...needed.map((pair) => pair.join('@')), ...packages, ...ours], '--ignore-scripts');
      const node = test === 'mjs' ? ['--experimental-vm-modules'] : [];
      await run([process.execPath, ...node, join(folder, 'node_modules/jest/bin/jest.js'), '--ci'], { cwd: folder, env });
    },
  };
}

const ours = ['@finauth-sdk/signing', '@finauth-sdk/sandbox'];

/** Leaves the one test, written as it has to be, and what is of a browser where there is one. */
async function onlyTest({ folder }: Place, how: string, kind: 'js' | 'ts' | 'mjs'): Promise<void> {
  if (how !== 'jsdom') await rm(join(folder, 'browser.test.ts'));
  for (const other of ['js', 'ts', 'mjs'].filter((extension) => extension !== kind)) await rm(join(folder, `mint.test.${other}`));
}
