import { signatureScheme } from '@finauth-sdk/client';
import type { Limits } from '../form/limits.ts';
import { routes } from '../generated/routes.ts';
import { part } from './rawRequest.ts';
import { signatures } from './signatures.ts';

export const PATH: string = routes.find(({ operationId }) => operationId === 'getBizToken')!.path;
/** Where its clock stands still: at the time of the good signature. */
export const NOW = 1_800_000_000_000;
/** Smaller than they are for users, so that a test gets to them soon. */
export const limits: Limits = { bodyBytes: 256 * 1024, fieldBytes: 16 * 1024, parts: 50, bodyMs: 300, headerMs: 300 };
/** The parts of a call that it grants. */
export const good: string[] = [
  part('sign', signatures.good),
  part('sign_version', signatureScheme.algorithm),
  part('liveness_id', 'example-scene'),
];
