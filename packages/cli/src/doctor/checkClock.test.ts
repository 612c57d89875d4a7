import { signatureScheme } from '@finauth-sdk/client';
import { expect, it } from 'vitest';
import { checkClock } from './checkClock.ts';

const half = signatureScheme.defaultWindowSeconds / 2;

it.each([
  [0, 'passed'],
  [5, 'passed'],
  [6, 'warned'],
  [half - 1, 'warned'],
  [half, 'failed'],
])('a clock that is %i seconds off, either way, has %s', (seconds, status) => {
  for (const clockOffsetMs of [seconds * 1_000, seconds * -1_000]) {
    const findings = {
      env: {},
      apiSecret: undefined,
      livenessId: undefined,
      sceneFrom: '--liveness-id',
      timeoutMs: 1,
      clockOffsetMs,
    } as const;
    expect(checkClock(findings)).toMatchObject({ status });
  }
});
