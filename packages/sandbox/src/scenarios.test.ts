import { errorCatalogue, gatewayErrors } from '@finauth-sdk/client';
import { isErrorResponse } from '@finauth-sdk/validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liveness, scenarios, type ScenarioName, testIds } from './generated/scenarios.ts';
import { type Sandbox, startSandbox } from './startSandbox.ts';
import { call, errorOf, tokenOf } from './testing/call.ts';
import { specAnswers } from './testing/specAnswers.ts';

// The one that `call` calls. An operation that the spec gets besides is tested where it gets it, in test/regenerate.
const OPERATION = 'getBizToken';
const answers = scenarios[OPERATION]!;
const isOwn = ({ operations }: { operations: readonly string[] }): boolean => operations.includes(OPERATION);
// From the catalogue, which is generated apart from the scenarios: what a code added to the spec has to answer.
const documented = Object.entries(errorCatalogue)
  .filter(([, entry]) => isOwn(entry))
  .flatMap(([code, { status, reasons }]) =>
    reasons
      ? Object.entries(reasons)
          .filter(([, entry]) => isOwn(entry))
          .map(([reason]) => ({ name: reason, status, error: `${code}: ${reason}` }))
      : [{ name: code, status, error: code }],
  );
// An answer with a status that a code has for its own is that code's, also where gateways have it.
const isGateways = (status: number): boolean =>
  Object.hasOwn(gatewayErrors, status) && !Object.values(errorCatalogue).some((entry) => (entry.status as number) === status);
const gateways = Object.entries(gatewayErrors)
  .filter(([status, entry]) => isOwn(entry) && isGateways(Number(status)))
  .map(([status]) => ({ name: status, status: Number(status) }));
const all = Object.keys(answers);
// A gateway's answer is called by its status, any other by its example's name.
const inSpec = specAnswers().flatMap((answer) => {
  if (answer.operationId !== OPERATION) return [];
  const scenario = isGateways(answer.status) ? String(answer.status) : answer.name;
  return Object.hasOwn(answers, scenario) ? [{ ...answer, scenario: scenario as ScenarioName }] : [];
});

describe('test IDs', () => {
  let sandbox: Sandbox;
  beforeAll(async () => (sandbox = await startSandbox()));
  afterAll(() => sandbox.close());

  it.each(documented)('$name answers $status $error', async ({ name, status, error }) => {
    const answer = await call(sandbox, { livenessId: liveness[name as ScenarioName] });
    expect(answer.status).toBe(status);
    expect(errorOf(answer)?.split(': ').slice(0, error.split(': ').length).join(': ')).toBe(error);
    expect(isErrorResponse(JSON.parse(answer.body))).toBe(true);
    expect(sandbox.requests.at(-1)).toMatchObject({ verdict: 'scenario', status, error: errorOf(answer), remedy: expect.any(String) });
  });

  it.each(gateways)('$name answers as a gateway does', async ({ name, status }) => {
    const answer = await call(sandbox, { livenessId: liveness[name as ScenarioName] });
    expect(answer.status).toBe(status);
    expect(answer.body).not.toBe('');
    expect(answer.headers['content-type']).toBe(answers[name]!.headers['Content-Type']);
  });

  it.each(inSpec)('$scenario answers as the spec’s example $name of a $status', async ({ scenario, status, mediaType, headers, value }) => {
    const answer = await call(sandbox, { livenessId: liveness[scenario] });
    expect({ status: answer.status, type: answer.headers['content-type'] }).toEqual({ status, type: mediaType });
    expect(answer.headers).toMatchObject(headers);
    if (typeof value === 'string') return expect(answer.body).toBe(value);
    const example = value as Record<string, unknown>;
    const body = JSON.parse(answer.body) as Record<string, unknown>;
    expect(Object.keys(body)).toEqual(Object.keys(example));
    // An ID and a time are the answer's own.
    expect(body).toMatchObject({
      ...example,
      ...own(example, 'request_id', expect.stringMatching(/^\d+,[\da-f-]{36}$/)),
      ...own(example, 'time_used', expect.any(Number)),
    });
    expect(body['request_id']).not.toBe(example['request_id'] ?? '');
  });

  it('are all in the spec', () => {
    const covered = new Set<string>(inSpec.map(({ scenario }) => scenario));
    // Kinds of success have an ID too, and are no refusals.
    expect(all.filter((name) => answers[name]!.status >= 300 && !covered.has(name))).toEqual([]);
  });

  it('ok answers a token, as does any other liveness_id', async () => {
    const [asked, other] = await Promise.all([call(sandbox, { livenessId: liveness.ok }), call(sandbox, { livenessId: 'my-scene' })]);
    expect([asked.status, other.status]).toEqual([200, 200]);
    expect(tokenOf(asked)).not.toBe(tokenOf(other));
  });

  it('leaves no code, reason or gateway out, and gives each a name of its own', () => {
    expect(Object.keys(liveness)).toEqual(expect.arrayContaining([...documented, ...gateways].map(({ name }) => name)));
    expect(new Set(Object.values(liveness)).size).toBe(Object.keys(liveness).length);
    expect(Object.entries(liveness).every(([name, id]) => id === `sandbox-${name}`)).toBe(true);
    expect(Object.keys(testIds[OPERATION]).toSorted()).toEqual(['ok', ...all].toSorted());
    expect(liveness).toMatchObject(testIds[OPERATION]);
  });

  it('are asked for by the signed only', async () => {
    expect(errorOf(await call(sandbox, { livenessId: liveness.DENIED, apiSecret: 'another' }))).toBe('AUTHORIZATION_ERROR: INVALID_SIGN');
  });
});

function own(example: object, name: string, value: unknown): object {
  return name in example ? { [name]: value } : {};
}
