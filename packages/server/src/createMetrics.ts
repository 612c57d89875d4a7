import type { FinAuthEvent, Middleware, OnEvent } from '@finauth-sdk/signing';

/** The attributes of a measurement: labels, in Prometheus. */
export type Attributes = Record<string, string | number>;

/** The options of an instrument. */
export interface InstrumentOptions {
  /** What is measured, in a sentence. */
  readonly description: string;
  /** The unit, in UCUM as OpenTelemetry has it: `s`, `{call}`. */
  readonly unit: string;
  /** The bounds of a histogram's buckets, in its unit. */
  readonly advice?: { explicitBucketBoundaries: number[] };
  /** The names of the attributes that it is recorded with, which Prometheus needs in advance. */
  readonly attributes: readonly string[];
}

/** The part of OpenTelemetry's Meter that is used: that of `@opentelemetry/api`, or `prometheusMeter`. */
export interface MeterLike {
  /** For durations. */
  createHistogram(name: string, options: InstrumentOptions): { record(value: number, attributes?: Attributes): void };
  /** For counts that go up and down, such as calls in flight. */
  createUpDownCounter(name: string, options: InstrumentOptions): { add(value: number, attributes?: Attributes): void };
  /** For a value that is set, such as an offset. */
  createGauge(name: string, options: InstrumentOptions): { record(value: number, attributes?: Attributes): void };
}

/** In seconds: from a good answer to the end of the longest default. */
const explicitBucketBoundaries = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 2, 3, 5, 7.5, 10, 15, 30, 45];

/** FinAuth may add codes, and each is a series of its own. */
const MOST_CODES = 50;

/**
 * Options for `createFinAuth` that measure its calls: `createFinAuth({ ...createMetrics(meter) })`. Each client needs its own.
 *
 * @example
 * ```ts
 * import { metrics } from '@opentelemetry/api';
 *
 * const finauth = createFinAuth({ ...createMetrics(metrics.getMeter('my-service')) });
 * ```
 *
 * @param own Attributes for each measurement, such as the region of one of two clients.
 */
export function createMetrics(
  meter: MeterLike,
  own: Attributes = {},
): { readonly onEvent: OnEvent; readonly middleware: readonly [Middleware] } {
  return createMetricsBy(() => performance.now(), meter, own);
}

/** The same by another clock, in milliseconds. */
export function createMetricsBy(now: () => number, meter: MeterLike, own: Attributes): ReturnType<typeof createMetrics> {
  const names = Object.keys(own);
  const ofOperation = [...names, 'finauth.operation'];
  const histogram = (name: string, description: string, ...attributes: string[]) =>
    meter.createHistogram(`finauth.client.${name}`, {
      description,
      unit: 's',
      advice: { explicitBucketBoundaries },
      attributes: [...ofOperation, ...attributes],
    });
  const upDownCounter = (name: string, description: string, unit: string) =>
    meter.createUpDownCounter(`finauth.client.${name}`, { description, unit, attributes: ofOperation });

  const callDuration = histogram('call.duration', 'How long calls took, with line, attempts and pauses.', 'error.type');
  const waitTime = histogram('call.wait_time', 'How long calls stood in line for a slot.');
  const attemptDuration = histogram('attempt.duration', 'How long attempts took.', 'http.response.status_code', 'error.type');
  const active = upDownCounter('active_attempts', 'Attempts in flight.', '{attempt}');
  const pending = upDownCounter('pending_calls', 'Calls that wait: in line for a slot, or pausing before the next attempt.', '{call}');
  const offset = 'How far FinAuth’s clock is ahead of this machine’s, once it had to be corrected for.';
  const clockOffset = meter.createGauge('finauth.client.clock.offset', { description: offset, unit: 's', attributes: names });

  const codes = new Set<string>();
  const errorType = (code: string): string => (codes.has(code) || (codes.size < MOST_CODES && codes.add(code)) ? code : '_OTHER');
  const begun = new Map<number, number>();

  const onEvent = (event: FinAuthEvent): void => {
    if (event.type === 'clockCorrected') return clockOffset.record(event.offsetMs / 1000, own);
    // The attempt goes on.
    if (event.type === 'slotLost') return;
    const attributes: Attributes = { ...own, 'finauth.operation': event.operation };
    if (event.type === 'attemptStarted') {
      begun.set(event.callId, now());
      pending.add(-1, attributes);
      active.add(1, attributes);
      return;
    }
    const failed: Attributes = 'code' in event ? { ...attributes, 'error.type': errorType(event.code) } : attributes;
    // An attempt without an answer is over when the next event comes.
    const start = begun.get(event.callId);
    if (start !== undefined && begun.delete(event.callId)) {
      active.add(-1, attributes);
      pending.add(1, attributes);
      const status: Attributes = 'status' in event ? { 'http.response.status_code': event.status } : {};
      attemptDuration.record((now() - start) / 1000, { ...failed, ...status });
    }
    if (event.type === 'succeeded' || event.type === 'gaveUp') {
      callDuration.record(event.durationMs / 1000, failed);
      waitTime.record(event.waitedMs / 1000, attributes);
    }
  };

  const count: Middleware = async (call, next) => {
    const attributes: Attributes = { ...own, 'finauth.operation': call.operation };
    pending.add(1, attributes);
    try {
      return await next(call);
    } finally {
      pending.add(-1, attributes);
    }
  };
  return { onEvent, middleware: [count] };
}
