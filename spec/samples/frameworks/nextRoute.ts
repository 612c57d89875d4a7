import { createFinAuth, FinAuthError } from '@finauth-sdk/signing';

// `next build` loads this module too, where there are no credentials: the environment is read when a call is made.
const finauth = createFinAuth();

export async function POST(request: Request): Promise<Response> {
  const { uuid } = (await request.json()) as { uuid: string };
  try {
    const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid });
    return Response.json({ biz_token });
  } catch (error) {
    if (!(error instanceof FinAuthError)) throw error;
    return Response.json({ tryAgain: error.retryable }, { status: 503 });
  }
}
