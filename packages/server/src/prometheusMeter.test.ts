import * as promClient from 'prom-client';
import { expect, it } from 'vitest';
import { prometheusMeter } from './prometheusMeter.ts';

const boundsOf = async (histogram: promClient.Metric) =>
  (await histogram.get()).values.map(({ labels }) => ('le' in labels ? labels.le : undefined)).filter((bound) => typeof bound === 'number');
const made = async (advice: { advice?: { explicitBucketBoundaries: number[] } }) => {
  const register = new promClient.Registry();
  prometheusMeter(promClient, register).createHistogram('some.time', { description: 'A time.', unit: 's', attributes: [], ...advice });
  return boundsOf(register.getSingleMetric('some_time_seconds')!);
};

it('makes a histogram with the buckets that are advised', async () => {
  expect(await made({ advice: { explicitBucketBoundaries: [0.5, 1, 30] } })).toEqual([0.5, 1, 30]);
});

it('makes a histogram with the buckets of prom-client if none are advised', async () => {
  const own = await boundsOf(new promClient.Histogram({ name: 'own', help: 'Own.', registers: [] }));
  expect(own).not.toEqual([]);
  expect(await made({})).toEqual(own);
});
