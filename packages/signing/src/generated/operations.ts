// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

import * as client from '@finauth-sdk/client';
import * as validator from '@finauth-sdk/validator';
import { asForm } from '../request/encodeForm.ts';
import { holdsPersonal } from '../answer/holdsPersonal.ts';
import type { Operation, OwnOperation } from '../operation.ts';
import { readFiles } from '../request/readFiles.ts';

/** Get a biz_token. */
export const getBizToken: Operation<'getBizToken'> = {
  id: 'getBizToken',
  encoder: asForm,
  send: client.getBizToken,
  input: validator.validateGetBizTokenInput,
  answer: validator.validateGetBizTokenResponse,
} satisfies OwnOperation<'getBizToken'> as Operation<'getBizToken'>;

/**
 * Ask for the verdict.
 *
 * @experimental A preview: FinAuth's documentation does not cover it, and a minor version may change it.
 */
export const verify: Operation<'verify'> = {
  id: 'verify',
  encoder: asForm,
  send: client.verify,
  input: validator.validateVerifyInput,
  answer: validator.validateVerifyResponse,
  maxResponseBytes: 8388608,
  readFiles,
  fileTypes: {
    image_ref1: {
      'image/jpeg': 'ffd8ff',
      'image/png': '89504e470d0a1a0a',
    },
  },
  personal: ['image_ref1', 'idcard_name', 'idcard_number'],
  holdsPersonal,
} satisfies OwnOperation<'verify'> as Operation<'verify'>;

/** All of them. */
export const operations: { readonly getBizToken: Operation<'getBizToken'>; readonly verify: Operation<'verify'> } = { getBizToken, verify };
