// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.

import * as checks from './checks.js';
import type { ErrorResponse, GatewayText, GetBizTokenRequest, GetBizTokenResponse, VerifyRequest, VerifyResponse } from './types.gen.ts';
import { type Verdict, verdict } from '../verdict.ts';

/** What the caller of getBizToken passes: its request without the signature's fields. An unknown field is refused. */
export type GetBizTokenInput = Omit<GetBizTokenRequest, 'sign' | 'sign_version'>;

/**
 * What the caller of verify passes: its request without the signature's fields. An unknown field is refused.
 *
 * @experimental A preview: FinAuth's documentation does not cover it, and a minor version may change it.
 */
export type VerifyInput = Omit<VerifyRequest, 'sign' | 'sign_version'>;

/** Judges a value as a GetBizTokenRequest: One request for a biz_token, signed. */
export function validateGetBizTokenRequest(value: unknown): Verdict<GetBizTokenRequest> {
  return verdict(checks.GetBizTokenRequest, value);
}

/** Whether a value is a GetBizTokenRequest. */
export function isGetBizTokenRequest(value: unknown): value is GetBizTokenRequest {
  return checks.GetBizTokenRequest(value);
}

/** Judges a value as a GetBizTokenResponse: FinAuth's response when it has minted a token. */
export function validateGetBizTokenResponse(value: unknown): Verdict<GetBizTokenResponse> {
  return verdict(checks.GetBizTokenResponse, value);
}

/** Whether a value is a GetBizTokenResponse. */
export function isGetBizTokenResponse(value: unknown): value is GetBizTokenResponse {
  return checks.GetBizTokenResponse(value);
}

/** Judges a value as an ErrorResponse: FinAuth's response when it refuses a call or fails. */
export function validateErrorResponse(value: unknown): Verdict<ErrorResponse> {
  return verdict(checks.ErrorResponse, value);
}

/** Whether a value is an ErrorResponse. */
export function isErrorResponse(value: unknown): value is ErrorResponse {
  return checks.ErrorResponse(value);
}

/** Judges a value as a GatewayText: The text or HTML that a gateway responds with. It is not in FinAuth's format; do not show it to users. */
export function validateGatewayText(value: unknown): Verdict<GatewayText> {
  return verdict(checks.GatewayText, value);
}

/** Whether a value is a GatewayText. */
export function isGatewayText(value: unknown): value is GatewayText {
  return checks.GatewayText(value);
}

/**
 * Judges a value as a VerifyRequest: One request for a verdict, signed.
 *
 * @experimental A preview: FinAuth's documentation does not cover it, and a minor version may change it.
 */
export function validateVerifyRequest(value: unknown): Verdict<VerifyRequest> {
  return verdict(checks.VerifyRequest, value);
}

/**
 * Whether a value is a VerifyRequest.
 *
 * @experimental A preview: FinAuth's documentation does not cover it, and a minor version may change it.
 */
export function isVerifyRequest(value: unknown): value is VerifyRequest {
  return checks.VerifyRequest(value);
}

/**
 * Judges a value as a VerifyResponse: FinAuth's response when there is a result, which is not the same as a pass. Pass it to `outcomeOf`.
 *
 * @experimental A preview: FinAuth's documentation does not cover it, and a minor version may change it.
 */
export function validateVerifyResponse(value: unknown): Verdict<VerifyResponse> {
  return verdict(checks.VerifyResponse, value);
}

/**
 * Whether a value is a VerifyResponse.
 *
 * @experimental A preview: FinAuth's documentation does not cover it, and a minor version may change it.
 */
export function isVerifyResponse(value: unknown): value is VerifyResponse {
  return checks.VerifyResponse(value);
}

/** Judges a value as a GetBizTokenInput: What the caller of getBizToken passes: its request without the signature's fields. An unknown field is refused. */
export function validateGetBizTokenInput(value: unknown): Verdict<GetBizTokenInput> {
  return verdict(checks.GetBizTokenInput, value);
}

/** Whether a value is a GetBizTokenInput. */
export function isGetBizTokenInput(value: unknown): value is GetBizTokenInput {
  return checks.GetBizTokenInput(value);
}

/**
 * Judges a value as a VerifyInput: What the caller of verify passes: its request without the signature's fields. An unknown field is refused.
 *
 * @experimental A preview: FinAuth's documentation does not cover it, and a minor version may change it.
 */
export function validateVerifyInput(value: unknown): Verdict<VerifyInput> {
  return verdict(checks.VerifyInput, value);
}

/**
 * Whether a value is a VerifyInput.
 *
 * @experimental A preview: FinAuth's documentation does not cover it, and a minor version may change it.
 */
export function isVerifyInput(value: unknown): value is VerifyInput {
  return checks.VerifyInput(value);
}

/** The validator of what each operation's caller gives, by the operation's ID. */
export const inputValidators: { readonly getBizToken: typeof validateGetBizTokenInput; readonly verify: typeof validateVerifyInput } = {
  getBizToken: validateGetBizTokenInput,
  verify: validateVerifyInput,
};

/** The validator of each operation's successful answer, by the operation's ID. */
export const answerValidators: { readonly getBizToken: typeof validateGetBizTokenResponse; readonly verify: typeof validateVerifyResponse } = {
  getBizToken: validateGetBizTokenResponse,
  verify: validateVerifyResponse,
};
