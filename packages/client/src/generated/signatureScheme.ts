// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

/** How FinAuth's calls are signed: the names and numbers of it. Times are whole seconds since 1970. */
export const signatureScheme = {
  algorithm: 'hmac_sha1',
  fields: {
    sign: 'sign',
    version: 'sign_version',
  },
  parameters: {
    apiKey: 'a',
    expireTime: 'b',
    currentTime: 'c',
    random: 'd',
  },
  digest: 'HMAC-SHA1',
  digestBytes: 20,
  randomMaxDigits: 10,
  defaultWindowSeconds: 100,
  singleUseExpireTime: 0,
} as const;

/** The fields of a request that signing adds. */
export type SignatureField = 'sign' | 'sign_version';
