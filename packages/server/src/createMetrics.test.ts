import { type Sandbox, startSandbox } from '@finauth-sdk/sandbox';
import { createFinAuth, type FinAuthOptions } from '@finauth-sdk/signing';
import { AggregationTemporality, InMemoryMetricExporter, MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import * as promClient from 'prom-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import dashboard from '../grafana/finauth.json' with { type: 'json' };
import { type Attributes, createMetrics, createMetricsBy, type MeterLike } from './createMetrics.ts';
import { prometheusMeter } from './prometheusMeter.ts';

let sandbox: Sandbox;
beforeAll(async () => (sandbox = await startSandbox()));
afterAll(() => sandbox.close());

const clientOf = (options: FinAuthOptions) =>
  createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials, timers: impatient, ...options });
/** Pauses before a retry take no time. */
const impatient = {
  setTimeout: (run: () => void, ms: number) => setTimeout(run, ms > 5000 ? ms : 0),
  clearTimeout,
} as FinAuthOptions['timers'] & object;

/** A call that goes well, one that does after a failure, one that is refused, one that is aborted while it waits, one by a wrong clock. */
async function callInAllWays(metrics: Pick<FinAuthOptions, 'onEvent' | 'middleware'>): Promise<void> {
  const finauth = clientOf({ ...metrics, maxConcurrency: 1 });
  await finauth.getBizToken({ liveness_id: 'scene' });
  sandbox.set({ fail: { times: 1 } });
  await finauth.getBizToken({ liveness_id: 'scene' });
  await expect(finauth.getBizToken({ liveness_id: sandbox.liveness.DENIED })).rejects.toThrow('DENIED');
  const phone = new AbortController();
  const calls = [finauth.getBizToken({ liveness_id: 'scene' }), finauth.getBizToken({ liveness_id: 'scene' }, { signal: phone.signal })];
  // A turn later, when it stands in line.
  await new Promise((resolve) => setImmediate(resolve));
  phone.abort(new Error('gone'));
  expect((await Promise.allSettled(calls)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
}

describe('prom-client', () => {
  it('counts calls by outcome, attempts by status, and ends with nothing in flight or waiting', async () => {
    const register = new promClient.Registry();
    await callInAllWays(createMetrics(prometheusMeter(promClient, register)));
    const lines = (await register.metrics()).split('\n');
    const of = (name: string) =>
      Object.fromEntries(lines.filter((line) => line.startsWith(`${name}{`)).map((line) => line.split('} ') as [string, string]));
    expect(of('finauth_client_call_duration_seconds_count')).toEqual({
      'finauth_client_call_duration_seconds_count{finauth_operation="getBizToken"': '3',
      'finauth_client_call_duration_seconds_count{finauth_operation="getBizToken",error_type="AUTHORIZATION_ERROR"': '1',
      'finauth_client_call_duration_seconds_count{finauth_operation="getBizToken",error_type="aborted"': '1',
    });
    expect(of('finauth_client_attempt_duration_seconds_count')).toEqual({
      'finauth_client_attempt_duration_seconds_count{finauth_operation="getBizToken",http_response_status_code="200"': '3',
      'finauth_client_attempt_duration_seconds_count{finauth_operation="getBizToken",error_type="INTERNAL_ERROR",http_response_status_code="500"':
        '1',
      'finauth_client_attempt_duration_seconds_count{finauth_operation="getBizToken",error_type="AUTHORIZATION_ERROR",http_response_status_code="403"':
        '1',
    });
    expect(of('finauth_client_active_attempts')).toEqual({ 'finauth_client_active_attempts{finauth_operation="getBizToken"': '0' });
    expect(of('finauth_client_pending_calls')).toEqual({ 'finauth_client_pending_calls{finauth_operation="getBizToken"': '0' });
  });

  it('tells what is in flight and what waits while it does', async () => {
    const register = new promClient.Registry();
    let open!: () => void;
    const opened = new Promise<void>((resolve) => (open = resolve));
    const credentials = () => opened.then(() => sandbox.credentials);
    const finauth = clientOf({
      ...createMetrics(prometheusMeter(promClient, register), { region: 'sgp' }),
      maxConcurrency: 2,
      credentials,
    });
    const calls = [1, 2, 3, 4, 5].map(() => finauth.getBizToken({ liveness_id: 'scene' }));
    const gauge = async (name: string) => (await register.getSingleMetric(name)!.get()).values;
    await expect.poll(async () => (await gauge('finauth_client_active_attempts'))[0]?.value).toBe(2);
    const labels = { region: 'sgp', finauth_operation: 'getBizToken' };
    expect(await gauge('finauth_client_active_attempts')).toEqual([expect.objectContaining({ value: 2, labels })]);
    expect(await gauge('finauth_client_pending_calls')).toEqual([expect.objectContaining({ value: 3, labels })]);
    open();
    await Promise.all(calls);
    expect((await gauge('finauth_client_pending_calls'))[0]!.value).toBe(0);
  });

  it('tells how far the clock is off, and of an attempt that had no answer', async () => {
    const register = new promClient.Registry();
    const metrics = createMetrics(prometheusMeter(promClient, register));
    await clientOf({ ...metrics, now: () => Date.now() - 3_600_000 }).getBizToken({ liveness_id: 'scene' });
    const [offset] = (await register.getSingleMetric('finauth_client_clock_offset_seconds')!.get()).values;
    expect(offset!.value).toBeGreaterThan(3590);
    expect(offset!.value).toBeLessThan(3610);

    // Of another client, on the same register.
    const away = clientOf({ ...createMetrics(prometheusMeter(promClient, register)), baseUrl: 'http://127.0.0.1:1', retry: false });
    await expect(away.getBizToken({ liveness_id: 'scene' })).rejects.toThrow();
    expect(await register.metrics()).toMatch(
      /attempt_duration_seconds_count\{finauth_operation="getBizToken",error_type="ERR_CONNECTION"\} 1/,
    );
  });

  it('takes an attempt whose slot is lost for one attempt, which goes on', async () => {
    const register = new promClient.Registry();
    const { onEvent } = createMetrics(prometheusMeter(promClient, register));
    const of = { operation: 'getBizToken', callId: 1, attempt: 1 } as const;
    const active = async () => (await register.getSingleMetric('finauth_client_active_attempts')!.get()).values[0]!.value;
    onEvent({ type: 'attemptStarted', ...of });
    onEvent({ type: 'slotLost', ...of });
    expect(await active()).toBe(1);
    onEvent({ type: 'succeeded', ...of, durationMs: 1, waitedMs: 0 });
    expect(await active()).toBe(0);
  });

  it('keeps no more codes apart than fifty, whatever FinAuth answers', async () => {
    const register = new promClient.Registry();
    const { onEvent } = createMetrics(prometheusMeter(promClient, register));
    for (let callId = 0; callId < 1000; callId++)
      onEvent({ type: 'gaveUp', operation: 'getBizToken', callId, attempt: 1, code: `NEW_${callId}`, durationMs: 1, waitedMs: 0 });
    const text = await register.metrics();
    expect(text.match(/call_duration_seconds_count/g)).toHaveLength(51);
    expect(text).toContain('call_duration_seconds_count{finauth_operation="getBizToken",error_type="_OTHER"} 950');
  });
});

describe('what is recorded', () => {
  const of = { operation: 'getBizToken', callId: 1, attempt: 1 } as const;

  /** The metrics by a clock in milliseconds, and what they record in histograms: name, value, attributes. */
  function recorded(now = () => 0) {
    const records: [name: string, value: number, attributes: Attributes | undefined][] = [];
    const recorder = (name: string) => ({
      record: (value: number, attributes?: Attributes) => void records.push([name.replace('finauth.client.', ''), value, attributes]),
    });
    const meter: MeterLike = { createHistogram: recorder, createGauge: recorder, createUpDownCounter: () => ({ add: () => {} }) };
    return { ...createMetricsBy(now, meter, {}), records };
  }

  it('is in seconds, for a call that had no attempt too', () => {
    const { onEvent, records } = recorded();
    onEvent({ type: 'gaveUp', ...of, code: 'aborted', durationMs: 1500, waitedMs: 250 });
    const attributes = { 'finauth.operation': 'getBizToken' };
    expect(records).toEqual([
      ['call.duration', 1.5, { ...attributes, 'error.type': 'aborted' }],
      ['call.wait_time', 0.25, attributes],
    ]);
  });

  it('is how long an attempt took, in seconds', () => {
    let now = 1000;
    const { onEvent, records } = recorded(() => now);
    onEvent({ type: 'attemptStarted', ...of });
    now = 1250;
    onEvent({ type: 'succeeded', ...of, durationMs: 1, waitedMs: 0 });
    expect(records[0]).toEqual(['attempt.duration', 0.25, { 'finauth.operation': 'getBizToken' }]);
  });
});

it('OpenTelemetry: the same, by its own names', async () => {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const provider = new MeterProvider({ readers: [reader] });
  await callInAllWays(createMetrics(provider.getMeter('bank')));
  await reader.forceFlush();
  const metrics = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
  await provider.shutdown();
  const points = (name: string) => metrics.find(({ descriptor }) => descriptor.name === name)?.dataPoints;
  const calls = points('finauth.client.call.duration')!.map(({ attributes, value }) => [
    attributes['error.type'],
    (value as { count: number }).count,
  ]);
  expect(calls).toEqual([
    [undefined, 3],
    ['AUTHORIZATION_ERROR', 1],
    ['aborted', 1],
  ]);
  expect(points('finauth.client.active_attempts')).toMatchObject([{ value: 0 }]);
  expect(points('finauth.client.pending_calls')).toMatchObject([{ value: 0 }]);
  for (const { descriptor } of metrics)
    expect(descriptor).toMatchObject({ unit: expect.stringMatching(/^(?:s|\{\w+\})$/), description: expect.stringMatching(/\.$/) });
});

describe('the dashboard', () => {
  const expressions = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

  it('asks for metrics and labels that there are, and leaves none out', async () => {
    const register = new promClient.Registry();
    const metrics = createMetrics(prometheusMeter(promClient, register));
    await callInAllWays(metrics);
    await clientOf({ ...metrics, now: () => Date.now() - 3_600_000 }).getBizToken({ liveness_id: 'scene' });
    const text = await register.metrics();
    const asked = new Set(expressions.flatMap((expression) => expression.match(/\bfinauth_\w+/g) ?? []));
    for (const name of asked) expect(text).toMatch(new RegExp(`^${name}[{ ]`, 'm'));
    for (const { name } of await register.getMetricsAsJSON()) expect([...asked].join(' ')).toContain(name);
    const labels = new Set(
      expressions.flatMap((expression) => [...expression.matchAll(/by \(([^)]*)\)/g)].flatMap(([, names]) => names!.split(', '))),
    );
    for (const label of labels) expect(text).toContain(`${label}="`);
  });

  it('can be imported: each panel has a place, and the source of data that is asked for', () => {
    // oxlint-disable-next-line no-underscore-dangle -- Grafana’s own name
    expect(dashboard.__inputs.map(({ name }) => name)).toEqual(['DS_PROMETHEUS']);
    for (const { datasource, targets } of dashboard.panels)
      for (const source of [datasource, ...targets.map((target) => target.datasource)]) expect(source.uid).toBe('${DS_PROMETHEUS}');
    expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
    const places = dashboard.panels.map(({ gridPos: { x, y } }) => `${x},${y}`);
    expect(new Set(places).size).toBe(places.length);
  });
});
