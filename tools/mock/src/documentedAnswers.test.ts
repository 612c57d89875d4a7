import { bundleSpec } from '@finauth-sdk/generate/bundleSpec';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { curl } from './curl.ts';
import { documentedAnswers } from './documentedAnswers.ts';

const contract = await bundleSpec(dirname(createRequire(import.meta.url).resolve('@finauth-sdk/spec/package.json')));
const answers = documentedAnswers(contract);

test('lists an answer for each code and each reason of the error model', () => {
  const names = answers.map(({ name }) => name);
  for (const [code, { reasons }] of Object.entries(contract['x-error-model'].codes)) {
    expect(names).toEqual(expect.arrayContaining(reasons ? Object.keys(reasons) : [code]));
  }
});

test('asks with the fields of the spec’s own example', () => {
  const command = curl(contract, 'http://127.0.0.1:1', answers[0]!);
  expect(command).toContain(`-H 'Prefer: ${answers[0]!.prefer}'`);
  expect(command).toContain(`--form-string 'sign_version=${contract['x-signature'].algorithm}'`);
});
