import { context, type Context, type ContextManager, ROOT_CONTEXT, SpanStatusCode } from '@opentelemetry/api';
import { BasicTracerProvider, InMemorySpanExporter, type ReadableSpan, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { AsyncLocalStorage } from 'node:async_hooks';
import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { traceFinAuth } from '../../../packages/signing/examples/openTelemetry.ts';
import { canariesOf, findCanaries } from './canaries.ts';
import { createRig, credentials, input, type RigOptions, turn, until } from './createRig.ts';
import { refuses, saysNothing, succeeds, writesAndResets } from './faults.ts';
import { outcomeOf } from './settle.ts';

/** The active span follows the caller through its awaits, as in a server. */
function followAwaits(): ContextManager {
  const storage = new AsyncLocalStorage<Context>();
  const manager: ContextManager = {
    active: () => storage.getStore() ?? ROOT_CONTEXT,
    with: (active, run, self, ...args) => storage.run(active, () => run.apply(self, args)),
    bind: (_active, target) => target,
    enable: () => manager,
    disable: () => manager,
  };
  return manager;
}

beforeAll(() => void context.setGlobalContextManager(followAwaits()));
afterAll(() => context.disable());

async function createTracedRig(options: RigOptions) {
  const exporter = new InMemorySpanExporter();
  const tracer = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).getTracer('test');
  const listen = traceFinAuth(tracer);
  const rig = await createRig(options);
  const events = rig.events;
  const push = events.push.bind(events);
  events.push = (...more) => (more.forEach(listen), push(...more));
  return { ...rig, tracer, spans: (): ReadableSpan[] => exporter.getFinishedSpans() };
}

const named = (spans: readonly ReadableSpan[], name: string): ReadableSpan[] => spans.filter((span) => span.name === name);
const parentOf = (span: ReadableSpan): string | undefined => span.parentSpanContext?.spanId;

it('a call is a span within the caller’s own, and each attempt a span within the call’s', async () => {
  const { finauth, settle, tracer, spans } = await createTracedRig({
    faults: [refuses(500, 'INTERNAL_ERROR'), writesAndResets(''), succeeds],
  });
  await tracer.startActiveSpan('onboarding', async (span) => {
    await settle(finauth.getBizToken(input));
    span.end();
  });

  const [call, ...otherCalls] = named(spans(), 'finauth getBizToken');
  const [onboarding] = named(spans(), 'onboarding');
  const attempts = named(spans(), 'finauth attempt');
  expect(otherCalls).toEqual([]);
  expect(parentOf(call!)).toBe(onboarding!.spanContext().spanId);
  expect(call!.status.code).toBe(SpanStatusCode.UNSET);
  expect(call!.attributes).toMatchObject({ 'finauth.request_id': 'request-1', 'finauth.waited_ms': 0 });
  expect(call!.events.map(({ name, attributes }) => [name, attributes?.['error.type']])).toEqual([
    ['finauth.retrying', 'INTERNAL_ERROR'],
    ['finauth.retrying', 'ERR_CONNECTION'],
  ]);
  expect(attempts.map(parentOf)).toEqual(Array(3).fill(call!.spanContext().spanId));
  expect(attempts.map(({ attributes }) => attributes['http.request.resend_count'])).toEqual([0, 1, 2]);
  expect(attempts.map(({ attributes }) => attributes['http.response.status_code'])).toEqual([500, undefined, 200]);
  expect(attempts.map(({ attributes }) => attributes['error.type'])).toEqual(['INTERNAL_ERROR', 'ERR_CONNECTION', undefined]);
  expect(attempts.map(({ status }) => status.code)).toEqual([SpanStatusCode.ERROR, SpanStatusCode.ERROR, SpanStatusCode.UNSET]);
});

it('a call that fails for good ends all its spans with its code', async () => {
  const { finauth, spans } = await createTracedRig({ faults: [refuses(403, 'AUTHENTICATION_ERROR')] });
  await outcomeOf(finauth.getBizToken(input));
  expect(spans().map(({ name, attributes }) => [name, attributes['error.type']])).toEqual([
    ['finauth attempt', 'AUTHENTICATION_ERROR'],
    ['finauth getBizToken', 'AUTHENTICATION_ERROR'],
  ]);
});

it('calls that run at the same time keep their spans apart, and one that is aborted ends its own, in flight and in the queue', async () => {
  const { finauth, server, spans } = await createTracedRig({ faults: [saysNothing, succeeds], maxConcurrency: 1 });
  const leaving = new AbortController();
  const calls = [{ signal: leaving.signal }, { signal: leaving.signal }, {}].map((options) =>
    outcomeOf(finauth.getBizToken(input, options)),
  );
  await until(() => server.requests.length === 1);
  leaving.abort('gone');
  await Promise.all(calls);
  await turn();
  const ended = named(spans(), 'finauth getBizToken');
  expect(ended.map(({ attributes }) => attributes['error.type']).toSorted()).toEqual(['aborted', 'aborted', undefined]);
  const attempts = named(spans(), 'finauth attempt');
  expect(attempts).toHaveLength(2);
  expect(new Set(attempts.map(parentOf)).size).toBe(2);
});

it('a corrected clock is told, and nothing secret is in a span', async () => {
  const expired = refuses(403, 'AUTHORIZATION_ERROR: EXPIRED_SIGN', { date: 'Wed, 01 Jan 2025 00:00:00 GMT' });
  const { finauth, server, spans } = await createTracedRig({ faults: [expired, succeeds] });
  await finauth.getBizToken(input);
  const [call] = named(spans(), 'finauth getBizToken');
  expect(call!.events.map(({ name }) => name)).toEqual(['finauth.clock_corrected', 'finauth.retrying']);
  const text = inspect(spans(), { depth: 10, showHidden: true });
  expect(
    findCanaries(
      text,
      canariesOf(
        credentials.apiSecret,
        server.requests.map(({ sign }) => sign!),
      ),
    ),
  ).toEqual([]);
});
