import { createFinAuth, outcomeOf } from '@finauth-sdk/signing';

// The API key, the API secret and the region come from FINAUTH_API_KEY, FINAUTH_API_SECRET and FINAUTH_REGION.
const finauth = createFinAuth();

/** Once the phone has ended with code 1000. `photo` is a JPEG or a PNG of the person that you expect. */
export async function isExpectedPerson(biz_token: string, photo: Blob): Promise<boolean> {
  const answer = await finauth.verify({ biz_token, verify_id: 'your-verify-scene', comparison_type: '0', image_ref1: photo });
  const { passed, kind, meaning, remedy } = outcomeOf(answer);
  console.log(`${answer.request_id}: ${kind}. ${meaning} ${remedy}`);
  return passed;
}
