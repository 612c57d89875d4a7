import { startSandbox, type Sandbox } from '@finauth-sdk/sandbox';
import {
  createFinAuth,
  createSigner,
  FinAuthApiError,
  type FinAuth,
  type FinAuthOptions,
  type GetBizTokenResponse,
  type Middleware,
} from '@finauth-sdk/signing';
import { isGetBizTokenResponse } from '@finauth-sdk/validator';
import { env } from './env.js';

/** This project has no types of a browser, nor of Node, so that ours can be seen to need none. */
export async function mint(): Promise<string> {
  const seen: string[] = [];
  const watched: Middleware = async (call, next) => {
    seen.push(call.operation);
    if (call.signal?.aborted === true) throw new Error('It was aborted.');
    const result = await next(call);
    return result.headers.get('content-type') === null ? { ...result, data: undefined } : result;
  };
  const options: FinAuthOptions = {
    middleware: [watched],
    timeoutMs: 5_000,
    retry: { retries: 1 },
    onEvent: (event) => seen.push(event.type),
  };
  const finauth: FinAuth = createFinAuth(options);
  await finauth.check();
  const answer: GetBizTokenResponse = await finauth.getBizToken({ liveness_id: 'scene', uuid: env('CONSUMER') });
  if (!isGetBizTokenResponse(answer)) throw new Error('It is no answer.');

  // A sandbox of this project's own, which refuses.
  const sandbox: Sandbox = await startSandbox({ permitted: false });
  const error: unknown = await createFinAuth({ baseUrl: sandbox.url, credentials: sandbox.credentials })
    .getBizToken({ liveness_id: 'scene' })
    .then(
      () => undefined,
      (reason: unknown) => reason,
    );
  await sandbox.close();
  if (!(error instanceof FinAuthApiError)) throw new Error('The call was not refused.');
  const { status, remedy }: { status: number; remedy: string } = error;
  if (status < 400 || remedy === '' || seen.length === 0) throw new Error('The refusal says too little.');
  if (createSigner({ apiKey: 'key', apiSecret: 'secret' }).sign() === '') throw new Error('There is no signature.');

  // What the types are there to refuse.
  // @ts-expect-error -- a liveness_id is required.
  const withoutScene = () => finauth.getBizToken({});
  // @ts-expect-error -- the signature is not the caller's to give.
  const withSign = () => finauth.getBizToken({ liveness_id: 'scene', sign: 'mine' });
  if (withoutScene === undefined || withSign === undefined) throw new Error('Never.');
  return answer.biz_token;
}
