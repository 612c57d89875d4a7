// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

import type { Operations } from './operations.ts';
import type { SignatureField } from './signatureScheme.ts';

/** What a caller of each operation may give, as the spec's example has it, by the operation's ID. The signature is not the caller's to give. */
export const exampleInputs: { readonly [Id in keyof Operations]: Omit<Operations[Id]['body'], SignatureField> } = {
  getBizToken: {
    liveness_id: 'example-scene',
    uuid: 'user-0042',
  },
};

/** What each operation answers when all is well, as the spec's example has it, by the operation's ID. */
export const exampleAnswers: { readonly [Id in keyof Operations]: Operations[Id]['answer'] } = {
  getBizToken: {
    biz_token: '1800000000,2f6c1a9e-5b0d-4c77-9e3a-8d41f0b7c652',
    time_used: 21,
    request_id: '1800000000,9b1f4e60-73c8-4f0e-8a55-c0d2e6a1b394',
  },
};
