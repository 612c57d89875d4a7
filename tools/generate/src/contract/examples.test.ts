import * as validator from '@finauth-sdk/validator';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleSpec } from '../spec/bundleSpec.ts';
import { isBinary, type MediaType, operationsOf, refName, requestOf, resolve, type Schema } from './contract.ts';
import { documentedErrors, errorExamples } from './errorExamples.ts';
import { root } from '../folders.ts';
import { requestExamples } from './requestExamples.ts';
import { answerName, requestName } from './validatorSubjects.ts';

const contract = await bundleSpec(join(root, 'spec'));

/** Every named example of a request or an answer, with the name of its validator. */
const examples = operationsOf(contract).flatMap(({ operation }) => {
  const { schema } = requestOf(contract, operation);
  const named = (content: Record<string, MediaType> = {}, own?: string) =>
    Object.values(content).flatMap(({ schema: its, examples: all = {} }) =>
      Object.entries(all).map(([name, { value }]) => ({ name, schema: refName(its) ?? own, value })),
    );
  const requests = requestExamples(contract, operation).map(({ name, value }) => ({
    name,
    schema: requestName(contract, operation),
    value: withFiles(schema, value as object),
  }));
  return [
    ...requests,
    ...Object.values(operation.responses).flatMap((response) =>
      named(resolve(contract, response).content, answerName(contract, operation)),
    ),
  ];
});

/** A document can hold a file only as text; a program has it as one. */
function withFiles({ properties = {} }: Schema, example: object): object {
  const asFile = (name: string, value: unknown): unknown =>
    isBinary(resolve(contract, properties[name] ?? {})) ? new Blob([String(value)]) : value;
  return Object.fromEntries(Object.entries(example).map(([name, value]) => [name, asFile(name, value)]));
}

describe('each example of the spec is valid against its schema', () => {
  test.each(examples)('$schema: $name', ({ schema, value }) => {
    const validate = (validator as unknown as Record<string, (value: unknown) => validator.Verdict<unknown>>)[`validate${schema}`]!;
    expect(validate(value)).toEqual({ valid: true, value });
  });
});

test('no request and no answer is without an example', () => {
  for (const { operation } of operationsOf(contract)) expect(requestExamples(contract, operation)).not.toEqual([]);
  const contents = operationsOf(contract).flatMap(({ operation }) =>
    Object.values(operation.responses).map((response) => resolve(contract, response)),
  );
  for (const { content = {} } of contents) {
    for (const { examples: named = {} } of Object.values(content)) expect(Object.keys(named)).not.toEqual([]);
  }
});

test('each code and each reason has an example', () => {
  const errors = errorExamples(contract).map(({ error }) => error);
  expect(
    documentedErrors(contract).filter((documented) => !errors.some((error) => error === documented || error.startsWith(`${documented}: `))),
  ).toEqual([]);
});

test('each gateway’s status has an answer', () => {
  const statuses = operationsOf(contract).flatMap(({ operation }) => Object.keys(operation.responses));
  expect(statuses).toEqual(expect.arrayContaining(Object.keys(contract['x-error-model'].gateways)));
});
