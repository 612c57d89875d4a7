import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { spec } from './places.ts';

const samples = ['onboarding.ts', 'frameworks/fastify.ts'];

/** The number behind a name in a sample, in its own unit. */
function figure(sample: string, name: RegExp): number {
  const found = new RegExp(`${name.source}\\D*([\\d_]+)`).exec(readFileSync(join(spec, 'samples', sample), 'utf8'));
  expect(found, `${sample} has no ${name}`).not.toBeNull();
  return Number(found![1]!.replaceAll('_', ''));
}

const attemptMs = (sample: string) => figure(sample, /\{ timeoutMs:/);
const callMs = (sample: string) => figure(sample, /\{ timeoutMs: [\d_]+, retry: \{ totalTimeoutMs:/);

it.each(samples)('an app that waits for a verdict gets the answer of %s, also when FinAuth is slow', (sample) => {
  const appMs = [figure('handOver.kt', /readTimeout/), figure('handOver.swift', /timeoutInterval/) * 1000];
  expect(callMs(sample)).toBeLessThan(Math.min(...appMs));
});

it.each(samples)('%s gives one attempt less time than the whole call', (sample) => {
  expect(attemptMs(sample)).toBeLessThan(callMs(sample));
});
