import * as client from '@finauth-sdk/client';
import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import * as signing from '@finauth-sdk/signing';
import { casesOf, everyKindOfText } from '@finauth-sdk/test-suite';
import * as validator from '@finauth-sdk/validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environmentOf } from './environment.ts';
import { type Report, runtimes } from './runtimes.ts';

// The names stand in the suite, whatever sandbox it will be given.
const nobody = { baseUrl: '', deadUrl: '', credentials: { apiKey: '', apiSecret: '' }, liveness: {}, verifyIds: {} };
const names = casesOf({ client, signing, validator, environment: nobody }).map(({ name }) => name);

const reports = new Map<string, Report>();

afterAll(() => {
  const rows = [...reports.values()].map(({ runtime, outcomes }) => {
    const green = outcomes.filter(({ error }) => error === undefined).length;
    return `${runtime.padEnd(42)} ${String(outcomes.length).padStart(5)} ${String(green).padStart(5)} ${String(outcomes.length - green).padStart(5)}`;
  });
  console.log([`${'runtime'.padEnd(42)} cases green   red`, ...rows].join('\n'));
});

it('the suite has cases, each with a name of its own', () => {
  expect(names.length).toBeGreaterThan(100);
  expect(new Set(names).size).toBe(names.length);
});

// One after the other: two cores are soon taken, and a time limit then says nothing.
describe.each(runtimes)('on %s', (name, run) => {
  let sandbox: Sandbox;
  let report: Report;
  beforeAll(async () => {
    sandbox = await startSandbox();
    report = await run(environmentOf(sandbox));
    reports.set(name, report);
  });
  afterAll(() => sandbox.close());

  it('the whole suite was run, and real calls came to the sandbox', () => {
    expect(report.outcomes.map((outcome) => outcome.name)).toEqual(names);
    // Its name, and its exact version after the number of its line.
    const [runtime, ...format] = name.split(', ');
    expect(report.runtime).toContain(runtime);
    expect(report.runtime.split(', ')).toEqual(expect.arrayContaining(format));
    expect(sandbox.requests.length).toBeGreaterThan(60);
  });

  it('a text of every kind of UTF-8 came to the sandbox to the letter', () => {
    expect([...sandbox.issued].map(({ fields }) => fields['uuid'])).toContain(everyKindOfText);
  });

  it.each(names)('%s', (caseName) => {
    expect(report.outcomes.find((outcome) => outcome.name === caseName)).toEqual({ name: caseName });
  });
});
