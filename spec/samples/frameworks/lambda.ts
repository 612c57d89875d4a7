import { createFinAuth, FinAuthError } from '@finauth-sdk/signing';
import { nodeTransport } from '@finauth-sdk/signing/node';

// Outside of the handler, so that it lives as long as the instance: it keeps its connections, and what it has learnt about the clock.
const finauth = createFinAuth({
  transport: nodeTransport(),
  retry: { totalTimeoutMs: 8_000 }, // less than the function's own limit
});

export async function handler({ uuid }: { uuid: string }): Promise<{ statusCode: number; body: string }> {
  try {
    const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid });
    return { statusCode: 200, body: JSON.stringify({ biz_token }) };
  } catch (error) {
    if (!(error instanceof FinAuthError)) throw error;
    return { statusCode: 503, body: JSON.stringify({ tryAgain: error.retryable }) };
  }
}
