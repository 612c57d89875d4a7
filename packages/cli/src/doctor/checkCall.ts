import { createFinAuth, FinAuthApiError, FinAuthError, type FinAuthEvent } from '@finauth-sdk/signing';
import { failed, type Outcome, passed, skipped, warned } from './check.ts';
import type { Findings } from './findings.ts';

/** Whether FinAuth takes a call. Only on demand, because it mints a token, and a test key has not many. */
export async function checkCall({ credentials, url, reachable, livenessId, sceneFrom, timeoutMs }: Findings): Promise<Outcome> {
  if (credentials === undefined) return skipped('no credentials');
  if (url === undefined || !reachable) return skipped('the server cannot be reached');
  if (livenessId === undefined) return skipped('pass --liveness-id, or set FINAUTH_LIVENESS_ID, to make one call, which mints a token');
  try {
    // As the SDK shows it: an answer's own may be any text.
    let requestId = '';
    const onEvent = (event: FinAuthEvent): void => {
      if (event.type === 'succeeded') requestId = event.requestId ?? '';
    };
    const finauth = createFinAuth({ credentials, baseUrl: url.href, timeoutMs, retry: false, onEvent });
    const { time_used } = await finauth.getBizToken({ liveness_id: livenessId });
    return passed(`FinAuth issued a biz_token for the scene from ${sceneFrom} in ${time_used} ms (request_id ${requestId})`);
  } catch (error) {
    if (!(error instanceof FinAuthError)) throw error;
    if (!(error instanceof FinAuthApiError)) return failed(`the call failed (${error.code})`, error.message);
    const says = `FinAuth answered ${error.status} ${error.code}${error.detail === undefined ? '' : `: ${error.detail}`}${error.requestId === undefined ? '' : ` (request_id ${error.requestId})`}`;
    return error.retry === 'later' ? warned(says, error.remedy) : failed(says, error.remedy);
  }
}
