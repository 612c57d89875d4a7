'use server';

import { createFinAuth } from '@finauth-sdk/signing';
import { redirect } from 'next/navigation';

const finauth = createFinAuth();

export async function startVerification(form: FormData): Promise<void> {
  const { biz_token } = await finauth.getBizToken({ liveness_id: 'your-scene', uuid: String(form.get('uuid')) });
  redirect(`/verify?token=${encodeURIComponent(biz_token)}`);
}
