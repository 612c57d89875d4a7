import { createFinAuth, outcomeOf } from '@finauth-sdk/signing';
import { readFile } from 'node:fs/promises';

// The API key, the API secret and the region come from FINAUTH_API_KEY, FINAUTH_API_SECRET and FINAUTH_REGION.
const finauth = createFinAuth();
const verify_id = process.env.FINAUTH_VERIFY_ID ?? 'your-verify-scene';

// The token that you gave to this user's phone, and a photo of the expected person: a JPEG or a PNG.
const biz_token = process.env.BIZ_TOKEN ?? 'the-token';
const image_ref1 = new Blob([await readFile('passport.jpg')]);

// A photo goes up, and pictures come back, so it needs more time than a token.
const moreTime = { timeoutMs: 30_000, retry: { totalTimeoutMs: 35_000 } };
const answer = await finauth.verify({ biz_token, verify_id, comparison_type: '0', image_ref1 }, moreTime);
const { passed, kind, meaning, remedy } = outcomeOf(answer);
console.log(passed ? 'passed' : `not passed: ${kind}. ${meaning} ${remedy}`);
