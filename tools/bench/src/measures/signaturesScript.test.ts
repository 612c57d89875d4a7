import { inspectSign, verifySign } from '@finauth-sdk/signing';
import { expect, it } from 'vitest';
import { WAYS } from './measureSignatures.ts';
import { apiKey, apiSecret } from './signatureKeys.ts';
import { signMany, signOnce } from './signaturesScript.ts';

// What is wrong may well be quicker.
it.each(WAYS)('%s makes signatures that are right, one after the other', async (way) => {
  for (let count = 0; count < 20; count++) {
    const sign = await signOnce(way);
    expect(verifySign(sign, apiSecret)).toEqual({ valid: true });
    expect(inspectSign(sign).apiKey).toBe(apiKey);
  }
  expect((await signMany(way, 10)).length).toBeGreaterThan(1000);
});
