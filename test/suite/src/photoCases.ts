import type { FinAuth, FinAuthOptions } from '@finauth-sdk/signing';
import { equal, holds, thrownBy } from './assert.ts';
import type { Case, Given } from './suite.ts';

/** A photo on its way to a verdict, over the runtime's own network to a sandbox that runs. */
export function photoCases({ client: { byteLimits }, signing, environment: { baseUrl, credentials, verifyIds } }: Given): Case[] {
  const { createFinAuth, FinAuthApiError, FinAuthInputError, outcomeOf } = signing;
  const connect = (options: FinAuthOptions = {}): FinAuth => createFinAuth({ baseUrl, credentials, retry: false, ...options });
  const JPEG = [0xff, 0xd8, 0xff, 0xe0];
  const photo = (bytes: number, start = JPEG): Blob => new Blob([Uint8Array.from(start), new Uint8Array(bytes - start.length).fill(0xa5)]);
  const verify = (finauth: FinAuth, result: string, image_ref1: Blob): ReturnType<FinAuth['verify']> =>
    finauth.verify({ biz_token: 'token', verify_id: verifyIds[result]!, comparison_type: '0', image_ref1 });
  const limit = byteLimits.verify.image_ref1;

  return [
    {
      name: 'a photo of the greatest size reaches FinAuth, and a verdict comes back',
      async run() {
        equal(outcomeOf(await verify(connect(), 'ok', photo(limit))).passed, true, 'passed');
      },
    },
    {
      name: 'a photo is sent again, signed anew, as often as allowed',
      async run() {
        // A photo that was used up, or a signature that has served, would be another error.
        const finauth = connect({ singleUse: true, retry: { retries: 2 }, jitter: () => 0 });
        const error = await thrownBy(FinAuthApiError, () => verify(finauth, 'INTERNAL_ERROR', photo(100_000)));
        equal([error.code, error.attempts], ['INTERNAL_ERROR', 3]);
      },
    },
    {
      name: 'a photo of one byte too many, and a file that is none, are refused by name',
      async run() {
        for (const wrong of [photo(limit + 1), photo(1_000, [0x25, 0x50, 0x44, 0x46])]) {
          const error = await thrownBy(FinAuthInputError, () => verify(connect(), 'ok', wrong));
          equal(
            error.issues.map(({ field }) => field),
            ['image_ref1'],
          );
        }
      },
    },
    {
      name: 'a picture is in no error of the call that sent it',
      async run() {
        const canary = 'canaryPictureOfJane';
        const picture = new Blob([Uint8Array.from(JPEG), canary]);
        const error = await thrownBy(FinAuthApiError, () => verify(connect(), 'INTERNAL_ERROR', picture));
        holds(!`${error.message}${error.stack}${JSON.stringify(error)}`.includes(canary), 'the picture is not in it');
      },
    },
  ];
}
