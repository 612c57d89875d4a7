// Generated from spec/ by `npm run generate`. Do not edit: change the spec and generate again.
import type { Check } from '../verdict.ts';

export declare const GetBizTokenRequest: Check;
export declare const GetBizTokenResponse: Check;
export declare const ErrorResponse: Check;
export declare const GatewayText: Check;
export declare const VerifyRequest: Check;
export declare const VerifyResponse: Check;
export declare const GetBizTokenInput: Check;
export declare const VerifyInput: Check;
