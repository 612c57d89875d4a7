import { createFinAuth, FinAuthApiError } from '@finauth-sdk/signing';
import { NextResponse, type NextRequest } from 'next/server';

const finauth = createFinAuth();

export async function POST(request: NextRequest): Promise<NextResponse<{ biz_token: string } | { error: string }>> {
  const { uuid } = (await request.json()) as { uuid: string };
  try {
    const { biz_token } = await finauth.getBizToken({ liveness_id: 'scene', uuid });
    return NextResponse.json({ biz_token });
  } catch (error) {
    if (!(error instanceof FinAuthApiError)) throw error;
    return NextResponse.json({ error: error.code }, { status: 502 });
  }
}
