export declare const answerValidators: {
    readonly getBizToken: typeof validateGetBizTokenResponse;
    readonly verify: typeof validateVerifyResponse;
};

export declare const inputValidators: {
    readonly getBizToken: typeof validateGetBizTokenInput;
    readonly verify: typeof validateVerifyInput;
};

export declare function isErrorResponse(value: unknown): value is ErrorResponse;

export declare function isGatewayText(value: unknown): value is GatewayText;

export declare function isGetBizTokenInput(value: unknown): value is GetBizTokenInput;

export declare function isGetBizTokenRequest(value: unknown): value is GetBizTokenRequest;

export declare function isGetBizTokenResponse(value: unknown): value is GetBizTokenResponse;

export declare function isVerifyInput(value: unknown): value is VerifyInput;

export declare function isVerifyRequest(value: unknown): value is VerifyRequest;

export declare function isVerifyResponse(value: unknown): value is VerifyResponse;

export declare function shownName(name: string, longest?: number): string;

export declare function utf8Length(text: string): number;

export declare function validateErrorResponse(value: unknown): Verdict<ErrorResponse>;

export declare function validateGatewayText(value: unknown): Verdict<GatewayText>;

export declare function validateGetBizTokenInput(value: unknown): Verdict<GetBizTokenInput>;

export declare function validateGetBizTokenRequest(value: unknown): Verdict<GetBizTokenRequest>;

export declare function validateGetBizTokenResponse(value: unknown): Verdict<GetBizTokenResponse>;

export declare function validateVerifyInput(value: unknown): Verdict<VerifyInput>;

export declare function validateVerifyRequest(value: unknown): Verdict<VerifyRequest>;

export declare function validateVerifyResponse(value: unknown): Verdict<VerifyResponse>;

interface Issue {
    readonly field: string;
    readonly rule: string;
    readonly message: string;
}

type ClientOptions = {
    baseUrl: "https://api-sgp.yljz.com" | "https://api-idn.yljz.com" | (string & {});
};

type ErrorResponse = {
    error: string;
    request_id?: string;
    time_used?: number;
};

type GatewayText = string;

type GetBizTokenData = {
    body: GetBizTokenRequest;
    path?: never;
    query?: never;
    url: "/finauth/v5/sdk/get_biz_token";
};

type GetBizTokenError = GetBizTokenErrors[keyof GetBizTokenErrors];

type GetBizTokenErrors = {
    400: ErrorResponse;
    403: ErrorResponse;
    404: ErrorResponse;
    413: GatewayText;
    429: ErrorResponse;
    500: ErrorResponse;
    502: GatewayText;
    503: GatewayText;
    504: GatewayText;
};

type GetBizTokenInput = Omit<GetBizTokenRequest, "sign" | "sign_version">;

type GetBizTokenRequest = {
    sign: string;
    sign_version: "hmac_sha1";
    liveness_id: string;
    uuid?: string;
};

type GetBizTokenResponse = {
    request_id: string;
    time_used: number;
    biz_token: string;
};

type GetBizTokenResponses = {
    200: GetBizTokenResponse;
};

type GetBizTokenSuccess = GetBizTokenResponses[keyof GetBizTokenResponses];

type PlatformBlob = typeof globalThis extends {
    Blob: {
        prototype: infer Own;
    };
} ? Own : {
    readonly size: number;
    readonly type: string;
    arrayBuffer(): Promise<ArrayBuffer>;
};

type Verdict<T> = {
    readonly valid: true;
    readonly value: T;
} | {
    readonly valid: false;
    readonly issues: readonly Issue[];
};

type VerifyData = {
    body: VerifyRequest;
    path?: never;
    query?: never;
    url: "/finauth/v5/sdk/verify";
};

type VerifyError = VerifyErrors[keyof VerifyErrors];

type VerifyErrors = {
    400: ErrorResponse;
    403: ErrorResponse;
    404: ErrorResponse;
    413: GatewayText;
    429: ErrorResponse;
    500: ErrorResponse;
    502: GatewayText;
    503: GatewayText;
    504: GatewayText;
};

type VerifyInput = Omit<VerifyRequest, "sign" | "sign_version">;

type VerifyRequest = {
    sign: string;
    sign_version: "hmac_sha1";
    biz_token: string;
    verify_id: string;
    uuid?: string;
    comparison_type: "0" | "1";
    image_ref1?: PlatformBlob;
    idcard_name?: string;
    idcard_number?: string;
};

type VerifyResponse = {
    request_id?: string | null;
    time_used?: number | null;
    result_code: number | string;
    result_message: string;
    biz_no?: string | null;
    verification?: {
        [key: string]: {
            confidence?: number | string | null;
            thresholds?: {
                [key: string]: number | string | null;
            } | null;
        } | null;
    } | null;
    attack_result?: {
        score?: number | string | null;
        threshold?: number | string | null;
        result?: boolean | string | null;
    } | null;
    images?: {
        image_best?: string | null;
    } | null;
};

type VerifyResponses = {
    200: VerifyResponse;
};

type VerifySuccess = VerifyResponses[keyof VerifyResponses];

export type { ClientOptions, ErrorResponse, GatewayText, GetBizTokenData, GetBizTokenError, GetBizTokenErrors, GetBizTokenInput, GetBizTokenRequest, GetBizTokenResponse, GetBizTokenResponses, GetBizTokenSuccess, Issue, Verdict, VerifyData, VerifyError, VerifyErrors, VerifyInput, VerifyRequest, VerifyResponse, VerifyResponses, VerifySuccess };
