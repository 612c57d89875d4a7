// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

import * as client from '@finauth-sdk/client';
import * as validator from '@finauth-sdk/validator';
import { asForm } from '../encodeForm.ts';
import type { Operation, OwnOperation } from '../operation.ts';

/** Get a biz_token. */
export const getBizToken: Operation<'getBizToken'> = {
  id: 'getBizToken',
  encoder: asForm,
  send: client.getBizToken,
  input: validator.validateGetBizTokenInput,
  answer: validator.validateGetBizTokenResponse,
} satisfies OwnOperation<'getBizToken'> as Operation<'getBizToken'>;

/** All of them. */
export const operations: { readonly getBizToken: Operation<'getBizToken'> } = { getBizToken };
