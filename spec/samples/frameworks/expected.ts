import type { VerdictRequest } from '@finauth-sdk/server';
import { readFile } from 'node:fs/promises';
import { authorize, customerOf } from './customer.js';

/** Whom you expect in front of the phone: the user of the session, by a photo of yours. */
export async function expected(request: Request): Promise<VerdictRequest | Response> {
  const user = await authorize(request);
  if (!('uuid' in user)) return user;
  const verify_id = process.env.FINAUTH_VERIFY_ID ?? 'your-verify-scene';
  return { uuid: user.uuid, verify_id, comparison_type: '0', image_ref1: await photoOf(customerOf(request)) };
}

/** Yours to write: a JPEG or a PNG from your own records, never one that the app sends. */
async function photoOf(_customer?: string | null): Promise<Blob> {
  return new Blob([await readFile('passport.jpg')]);
}
