// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

import type { Operations } from './operations.ts';
import type { SignatureField } from './signatureScheme.ts';

/** What a caller of each operation may give, as the spec's example has it, by the operation's ID. The signature is not the caller's to give. */
export const exampleInputs: { readonly [Id in keyof Operations]: Omit<Operations[Id]['body'], SignatureField> } = {
  getBizToken: {
    liveness_id: 'example-scene',
    uuid: 'user-0042',
  },
  verify: {
    biz_token: '1800000000,2f6c1a9e-5b0d-4c77-9e3a-8d41f0b7c652',
    verify_id: 'example-verify-scene',
    comparison_type: '0',
    image_ref1: new Blob([new Uint8Array([0xff, 0xd8, 0xff]), 'the bytes of a JPEG'], { type: 'image/jpeg' }),
  },
};

/** What each operation answers when all is well, as the spec's example has it, by the operation's ID. */
export const exampleAnswers: { readonly [Id in keyof Operations]: Operations[Id]['answer'] } = {
  getBizToken: {
    biz_token: '1800000000,2f6c1a9e-5b0d-4c77-9e3a-8d41f0b7c652',
    time_used: 21,
    request_id: '1800000000,9b1f4e60-73c8-4f0e-8a55-c0d2e6a1b394',
  },
  verify: {
    request_id: '1800000600,be2937f9-ac8d-4192-ada0-9ca681e24d1a',
    time_used: 310,
    result_code: 1000,
    result_message: 'SUCCESS',
    verification: {
      ref1: {
        confidence: 91.264,
        thresholds: {
          '1e-3': 62.169,
          '1e-4': 69.315,
          '1e-5': 74.399,
          '1e-6': 78.038,
        },
      },
    },
    attack_result: {
      score: 0.013,
      threshold: 0.4,
      result: false,
    },
    images: {
      image_best: 'aW4gcGxhY2Ugb2YgYSBwaWN0dXJl',
    },
  },
};
