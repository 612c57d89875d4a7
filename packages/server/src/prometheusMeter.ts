import type { Attributes, InstrumentOptions, MeterLike } from './createMetrics.ts';

interface MetricOptions {
  name: string;
  help: string;
  labelNames: string[];
  buckets?: number[];
  registers: never[];
}
interface PromHistogram {
  observe(labels: Attributes, value: number): void;
}
interface PromGauge {
  inc(labels: Attributes, value: number): void;
  set(labels: Attributes, value: number): void;
}

/** The part of `prom-client` that is used. */
export interface PromClientLike {
  /** The class of histograms. */
  readonly Histogram: new (options: MetricOptions) => PromHistogram;
  /** The class of gauges. */
  readonly Gauge: new (options: MetricOptions) => PromGauge;
  /** The registry that `/metrics` is rendered from. */
  readonly register: { getSingleMetric(name: string): unknown };
}

/**
 * prom-client as a Meter, for `createMetrics`. The names are those of OpenTelemetry's Prometheus exporter: `finauth_client_call_duration_seconds`.
 *
 * @param register Where the metrics are registered. Default: prom-client's own registry.
 */
export function prometheusMeter(client: PromClientLike, register: PromClientLike['register'] = client.register): MeterLike {
  /** The metric of that name, which the metrics of another client may have made. */
  function metric<Metric>(kind: new (options: MetricOptions) => Metric, name: string, options: InstrumentOptions): Metric {
    const { description: help, unit, attributes, advice } = options;
    const full = `${underscored(name)}${unit === 's' ? '_seconds' : ''}`;
    const buckets = advice && { buckets: advice.explicitBucketBoundaries };
    const made = { name: full, help, labelNames: attributes.map(underscored), ...buckets, registers: [register] as never[] };
    return (register.getSingleMetric(full) as Metric | undefined) ?? new kind(made);
  }
  return {
    createHistogram: (name, options) => {
      const histogram = metric(client.Histogram, name, options);
      return { record: (value, attributes) => histogram.observe(labels(attributes), value) };
    },
    createUpDownCounter: (name, options) => {
      const gauge = metric(client.Gauge, name, options);
      return { add: (value, attributes) => gauge.inc(labels(attributes), value) };
    },
    createGauge: (name, options) => {
      const gauge = metric(client.Gauge, name, options);
      return { record: (value, attributes) => gauge.set(labels(attributes), value) };
    },
  };
}

const underscored = (name: string): string => name.replaceAll('.', '_');

const labels = (attributes: Attributes = {}): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [underscored(name), value]));
