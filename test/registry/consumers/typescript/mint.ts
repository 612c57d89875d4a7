import { servers } from '@finauth-sdk/client';
import {
  createFinAuth,
  createSigner,
  FinAuthApiError,
  type FinAuth,
  type FinAuthOptions,
  type GetBizTokenResponse,
  type Middleware,
  type Region,
} from '@finauth-sdk/signing';
import { env } from './env.js';

const seen: string[] = [];
const watched: Middleware = async (call, next) => {
  seen.push(call.operation);
  return next(call);
};
const options: FinAuthOptions = {
  middleware: [watched],
  timeoutMs: 5_000,
  retry: { retries: 1 },
  onEvent: (event) => seen.push(event.type),
};
const finauth: FinAuth = createFinAuth(options);
const answer: GetBizTokenResponse = await finauth.getBizToken({ liveness_id: 'scene', uuid: env('CONSUMER') });

const credentials = { apiKey: env('FINAUTH_API_KEY'), apiSecret: 'not the secret' };
const error: unknown = await createFinAuth({ credentials })
  .getBizToken({ liveness_id: 'scene' })
  .then(
    () => undefined,
    (reason: unknown) => reason,
  );
if (!(error instanceof FinAuthApiError)) throw new Error('The call was not refused.');
const { status, remedy }: { status: number; remedy: string } = error;
if (status < 400 || remedy === '') throw new Error('The refusal says too little.');

const regions: Region[] = Object.keys(servers) as Region[];
if (regions.length === 0 || seen.length === 0 || createSigner(credentials).sign() === '') throw new Error('Something is missing.');

// What the types are there to refuse.
// @ts-expect-error -- a liveness_id is required.
const withoutScene = () => finauth.getBizToken({});
// @ts-expect-error -- the signature is not the caller's to give.
const withSign = () => finauth.getBizToken({ liveness_id: 'scene', sign: 'mine' });
if (withoutScene === undefined || withSign === undefined) throw new Error('Never.');

console.log(answer.biz_token);
