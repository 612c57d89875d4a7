import { createSigner, inspectSign, verifySign } from '@finauth-sdk/signing';

const { FINAUTH_API_KEY: apiKey = '', FINAUTH_API_SECRET: apiSecret = '' } = process.env;

const sign = createSigner({ apiKey, apiSecret }).sign();
const { expireTime, currentTime } = inspectSign(sign);
console.log(`valid for ${expireTime - currentTime} seconds`);
console.log(verifySign(sign, apiSecret));
console.log(verifySign(sign, 'another-secret'));
