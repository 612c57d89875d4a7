import { createHmac } from 'node:crypto';
import { signatureScheme } from '@finauth-sdk/client';
import { routes } from '../generated/routes.ts';
import type { Sandbox } from '../startSandbox.ts';
import { form, part, type RawAnswer, rawRequest } from './rawRequest.ts';

export interface CallOptions {
  readonly livenessId?: string;
  readonly uuid?: string;
  readonly apiKey?: string;
  readonly apiSecret?: string;
  /** Default: a new one. */
  readonly sign?: string;
  readonly timeoutMs?: number;
}

const HASH = { 'HMAC-SHA1': 'sha1', 'HMAC-SHA256': 'sha256' }[signatureScheme.digest];
const names = signatureScheme.parameters;
const { path } = routes.find(({ operationId }) => operationId === 'getBizToken')!;
let random = 0;

/** A signature for the sandbox's time, made step by step as the spec says. The vectors are openssl's own. */
export function signByHand(
  sandbox: Sandbox,
  { apiKey = sandbox.credentials.apiKey, apiSecret = sandbox.credentials.apiSecret }: CallOptions = {},
): string {
  const now = Math.floor(sandbox.clock.now() / 1000);
  const raw = `${names.apiKey}=${apiKey}&${names.expireTime}=${now + 100}&${names.currentTime}=${now}&${names.random}=${++random}`;
  const digest = createHmac(HASH, apiSecret).update(raw).digest();
  return Buffer.concat([digest, Buffer.from(raw)]).toString('base64');
}

/** Calls the sandbox once, over a socket. */
export function call(sandbox: Sandbox, options: CallOptions = {}): Promise<RawAnswer> {
  const { livenessId = 'example-scene', uuid, timeoutMs = 5_000, sign = signByHand(sandbox, options) } = options;
  const parts = [
    part('sign', sign),
    part('sign_version', signatureScheme.algorithm),
    part('liveness_id', livenessId),
    ...(uuid === undefined ? [] : [part('uuid', uuid)]),
  ];
  return rawRequest(sandbox.url, form(path, ...parts), { timeoutMs });
}

/** The `error` of an answer. */
export function errorOf({ body }: RawAnswer): string | undefined {
  return (JSON.parse(body) as { error?: string }).error;
}

export function tokenOf({ body }: RawAnswer): string {
  return (JSON.parse(body) as { biz_token: string }).biz_token;
}
