declare const operationErrors: {
    readonly getBizToken: {
        readonly codes: readonly [
            "MISSING_ARGUMENTS",
            "BAD_ARGUMENTS",
            "AUTHENTICATION_ERROR",
            "AUTHORIZATION_ERROR",
            "CONCURRENCY_LIMIT_EXCEEDED",
            "API_NOT_FOUND",
            "INTERNAL_ERROR"
        ];
        readonly reasons: readonly [
            "API_KEY_BE_DISCONTINUED",
            "IP_NOT_ALLOWED",
            "LIMIT_REACHED",
            "DENIED",
            "EXPIRED_SIGN",
            "INVALID_SIGN",
            "MORE_RETRY_TIMES"
        ];
        readonly gateways: readonly [
            413,
            429,
            502,
            503,
            504
        ];
    };
    readonly verify: {
        readonly codes: readonly [
            "MISSING_ARGUMENTS",
            "BAD_ARGUMENTS",
            "AUTHENTICATION_ERROR",
            "AUTHORIZATION_ERROR",
            "CONCURRENCY_LIMIT_EXCEEDED",
            "IMAGE_ERROR_UNSUPPORTED_FORMAT",
            "NO_FACE_FOUND",
            "INVALID_IMAGE_SIZE",
            "DATA_DESTROYED",
            "API_NOT_FOUND",
            "INTERNAL_ERROR"
        ];
        readonly reasons: readonly [
            "API_KEY_BE_DISCONTINUED",
            "IP_NOT_ALLOWED",
            "LIMIT_REACHED",
            "DENIED",
            "EXPIRED_SIGN",
            "INVALID_SIGN",
            "MORE_RETRY_TIMES"
        ];
        readonly gateways: readonly [
            413,
            429,
            502,
            503,
            504
        ];
    };
};

export declare class FinAuthApiError extends FinAuthError {
    static override readonly kind: string;
    readonly code: ErrorCode;
    readonly status: number;
    readonly detail: ErrorDetail | undefined;
    readonly requestId: string | undefined;
    readonly timeUsed: number | undefined;
    readonly retryAfterMs: number | undefined;
    readonly clockOffsetMs: number | undefined;
    readonly assumedOffsetMs: number;
    readonly remedy: string;
    constructor(fields: FinAuthApiErrorFields);
}

export declare class FinAuthClosedError extends FinAuthError {
    static override readonly kind: string;
    readonly code: "ERR_CLOSED";
    constructor(message: string);
}

export declare class FinAuthConfigError extends FinAuthError {
    static override readonly kind: string;
    readonly code: "ERR_CONFIG";
    constructor(message: string);
}

export declare class FinAuthConnectionError extends FinAuthError {
    static override readonly kind: string;
    readonly code: "ERR_CONNECTION" | "ERR_TIMEOUT";
    constructor(message: string, cause?: unknown, code?: "ERR_CONNECTION" | "ERR_TIMEOUT");
}

export declare class FinAuthError extends Error {
    static readonly kind: string;
    override readonly name: string;
    readonly code: string;
    readonly retry: RetryAdvice;
    readonly retryable: boolean;
    readonly docsUrl: string | undefined;
    attempts: number;
    callId: number;
    constructor(message: string, { cause, ...fields }: FinAuthErrorFields);
    static override [Symbol.hasInstance](value: unknown): boolean;
    toJSON(): Record<string, unknown>;
}

export declare class FinAuthInputError extends FinAuthError {
    static override readonly kind: string;
    readonly code: "ERR_INPUT";
    readonly issues: readonly Issue[];
    constructor(message: string, issues: readonly Issue[]);
}

export declare class FinAuthResponseError extends FinAuthError {
    static override readonly kind: string;
    readonly code: "ERR_RESPONSE";
    readonly status: number;
    readonly excerpt: string;
    readonly requestId: string | undefined;
    readonly retryAfterMs: number | undefined;
    readonly remedy: string;
    constructor(message: string, fields: FinAuthResponseErrorFields);
}

export declare class FinAuthTimeoutError extends FinAuthConnectionError {
    static override readonly kind: string;
    readonly code: "ERR_TIMEOUT";
    constructor(message: string, cause?: unknown);
}

export declare function canonicalize({ apiKey, expireTime, currentTime, random }: SignatureFields): string;

export declare function createFinAuth(options?: FinAuthOptions): FinAuth;

export declare function createFinAuthWith<Id extends OperationId>(chosen: {
    readonly [Each in Id]: Operation<Each>;
}, options?: FinAuthOptions): Pick<FinAuth, Id | "close" | "check">;

export declare function createSigner(credentials: Credentials, options?: SignerOptions): Signer;

export declare function digest(raw: string | Uint8Array, apiSecret: string | Uint8Array): Uint8Array;

export declare function encodeSign(digest: Uint8Array, raw: string): string;

export declare function inspectSign(sign: string): InspectedSign;

export declare function outcomeOf(answer: ResultAnswer): Outcome;

export declare function parseError(error: string): ParsedError;

export declare function verifySign(sign: string, apiSecret: string, options?: VerifyOptions): SignVerdict;

interface AbortSignalLike {
    readonly aborted: boolean;
    readonly reason?: unknown;
    addEventListener(type: "abort", listener: () => void): void;
    removeEventListener(type: "abort", listener: () => void): void;
}

interface Call {
    readonly operation: OperationId;
    readonly callId: number;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly headers: Readonly<Record<string, string>>;
    readonly attempt: number;
    readonly clockOffsetMs: number;
    readonly signal: PlatformAbortSignal | undefined;
    readonly wait?: Wait;
    readonly checkSlot?: () => void;
}

interface CallOptions {
    readonly signal?: AbortSignalLike;
    readonly timeoutMs?: number;
    readonly retry?: RetryOptions | false;
    readonly headers?: Readonly<Record<string, string>>;
}

interface Check {
    readonly name: "configuration" | "name" | "TLS" | "answer" | "clock";
    readonly status: "passed" | "warned" | "failed" | "skipped";
    readonly message: string;
    readonly durationMs?: number;
}

interface CheckOptions {
    readonly timeoutMs?: number;
    readonly offline?: boolean;
}

interface CheckReport {
    readonly ok: boolean;
    readonly checks: readonly Check[];
}

interface ClosableTransport extends Transport {
    close(options?: CloseOptions): Promise<void>;
}

interface CloseOptions {
    readonly timeoutMs?: number;
}

interface Credentials {
    readonly apiKey: string;
    readonly apiSecret: string;
}

interface EventBase {
    readonly operation: OperationId;
    readonly callId: number;
    readonly attempt: number;
}

interface FetchInitLike {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | Uint8Array | undefined;
    readonly signal: PlatformAbortSignal | null;
    readonly redirect: "error" | "manual";
}

interface FinAuthApiErrorFields {
    readonly status: number;
    readonly code: ErrorCode;
    readonly detail: ErrorDetail | undefined;
    readonly requestId: string | undefined;
    readonly timeUsed: number | undefined;
    readonly retryAfterMs: number | undefined;
    readonly clockOffsetMs: number | undefined;
    readonly assumedOffsetMs: number;
    readonly retry: RetryAdvice;
    readonly remedy: string;
    readonly docsUrl?: string | undefined;
}

interface FinAuthErrorFields {
    readonly code: string;
    readonly retry?: RetryAdvice;
    readonly cause?: unknown;
}

interface FinAuthOptions extends SignerOptions {
    readonly region?: Region;
    readonly baseUrl?: string;
    readonly allowInsecureHttp?: boolean;
    readonly credentials?: CredentialsSource;
    readonly fetch?: PlatformFetch;
    readonly transport?: Transport;
    readonly timeoutMs?: number;
    readonly retry?: RetryOptions | false;
    readonly maxConcurrency?: number | Limiter;
    readonly maxResponseBytes?: number;
    readonly userAgent?: string;
    readonly middleware?: readonly Middleware[];
    readonly onEvent?: OnEvent;
    readonly timers?: Timers;
    readonly jitter?: () => number;
}

interface FinAuthResponseErrorFields {
    readonly status: number;
    readonly excerpt: string;
    readonly requestId?: string | undefined;
    readonly retryAfterMs: number | undefined;
    readonly retry: RetryAdvice;
    readonly remedy: string;
    readonly docsUrl?: string | undefined;
}

interface HeadersLike {
    get(name: string): string | null;
    has(name: string): boolean;
    forEach(callback: (value: string, name: string) => void): void;
    [Symbol.iterator](): Iterator<[
        name: string,
        value: string
    ]>;
}

interface InspectedSign extends SignatureFields {
    readonly digest: Uint8Array;
    readonly raw: string;
}

interface Issue {
    readonly field: string;
    readonly rule: string;
    readonly message: string;
}

interface Limiter {
    enter(signal: PlatformAbortSignal): Promise<LimiterSlot>;
}

interface LimiterSlot {
    leave(): void;
    readonly lost: PlatformAbortSignal;
}

interface Operation<Id extends OperationId = OperationId> {
    readonly id: Id;
}

interface Operations {
    getBizToken: {
        body: GetBizTokenData["body"];
        answer: GetBizTokenResponse;
    };
    verify: {
        body: VerifyData["body"];
        answer: VerifyResponse;
    };
}

interface Outcome {
    readonly passed: boolean;
    readonly kind: OutcomeKind;
    readonly meaning: string;
    readonly remedy: string;
    readonly tellUser: string;
    readonly tryAgain: TryAgain;
    readonly billed: boolean | undefined;
}

interface ParsedError {
    readonly code: ErrorCode;
    readonly detail: ErrorDetail | undefined;
}

interface ResponseLike {
    readonly status: number;
    readonly headers: PlatformHeaders;
    readonly body: {
        getReader(): {
            read(): Promise<{
                done: boolean;
                value?: Uint8Array;
            }>;
            cancel(): Promise<void>;
        };
    } | null;
}

interface Result {
    readonly status: number;
    readonly headers: PlatformHeaders;
    readonly data: unknown;
}

interface RetryOptions {
    readonly retries?: number;
    readonly baseDelayMs?: number;
    readonly maxDelayMs?: number;
    readonly maxRetryAfterMs?: number;
    readonly totalTimeoutMs?: number;
}

interface SignatureFields {
    readonly apiKey: string;
    readonly expireTime: number;
    readonly currentTime: number;
    readonly random: number | string;
}

interface Signer {
    sign(at?: Date | number): string;
}

interface SignerOptions {
    readonly windowSeconds?: number;
    readonly singleUse?: boolean;
    readonly now?: () => number;
    readonly random?: () => number;
    readonly dangerouslyAllowBrowser?: boolean;
}

interface Timers {
    setTimeout(callback: () => void, ms: number): unknown;
    clearTimeout(handle: never): void;
}

interface TransportAnswer {
    readonly status: number;
    readonly headers: PlatformHeaders;
    readonly body: AsyncIterable<Uint8Array>;
}

interface TransportRequest {
    readonly url: string;
    readonly method: "GET" | "POST";
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | Uint8Array | undefined;
    readonly signal: PlatformAbortSignal | undefined;
    readonly maxResponseBytes: number;
}

interface VerifyOptions {
    readonly now?: () => number;
}

interface Wait {
    for: string;
    inLineMs: number;
    inLineSince: number | undefined;
}

type CredentialsSource = Credentials | (() => Credentials | Promise<Credentials>);

type ErrorCode = KnownErrorCode | (string & {});

type ErrorCodeOf<Id extends keyof typeof operationErrors> = (typeof operationErrors)[Id]["codes"][number];

type ErrorDetail = KnownErrorReason | (string & {});

type ErrorReasonOf<Id extends keyof typeof operationErrors> = (typeof operationErrors)[Id]["reasons"][number];

type FinAuth = {
    readonly [Id in keyof Operations]: (input: Omit<Operations[Id]["body"], SignatureField>, options?: CallOptions) => Promise<Operations[Id]["answer"]>;
} & {
    close(options?: CloseOptions): Promise<void>;
    check(options?: CheckOptions): Promise<CheckReport>;
};

type FinAuthEvent = (EventBase & {
    readonly type: "attemptStarted";
}) | (EventBase & {
    readonly type: "answered";
    readonly status: number;
    readonly code?: string;
    readonly requestId?: string;
    readonly durationMs: number;
}) | (EventBase & {
    readonly type: "retrying";
    readonly code: string;
    readonly requestId?: string;
    readonly delayMs: number;
}) | (EventBase & {
    readonly type: "clockCorrected";
    readonly offsetMs: number;
}) | (EventBase & {
    readonly type: "slotLost";
}) | (EventBase & {
    readonly type: "succeeded";
    readonly requestId?: string;
    readonly durationMs: number;
    readonly waitedMs: number;
}) | (EventBase & {
    readonly type: "gaveUp";
    readonly code: string;
    readonly requestId?: string;
    readonly durationMs: number;
    readonly waitedMs: number;
});

type GetBizTokenData = {
    body: GetBizTokenRequest;
    path?: never;
    query?: never;
    url: "/finauth/v5/sdk/get_biz_token";
};

type GetBizTokenInput = Omit<GetBizTokenRequest, "sign" | "sign_version">;

type GetBizTokenRequest = {
    sign: string;
    sign_version: "hmac_sha1";
    liveness_id: string;
    uuid?: string;
};

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

type KnownErrorCode = "MISSING_ARGUMENTS" | "BAD_ARGUMENTS" | "AUTHENTICATION_ERROR" | "AUTHORIZATION_ERROR" | "CONCURRENCY_LIMIT_EXCEEDED" | "IMAGE_ERROR_UNSUPPORTED_FORMAT" | "NO_FACE_FOUND" | "INVALID_IMAGE_SIZE" | "DATA_DESTROYED" | "API_NOT_FOUND" | "INTERNAL_ERROR";

type KnownErrorReason = "API_KEY_BE_DISCONTINUED" | "IP_NOT_ALLOWED" | "LIMIT_REACHED" | "DENIED" | "EXPIRED_SIGN" | "INVALID_SIGN" | "MORE_RETRY_TIMES";

type KnownResult = "SUCCESS" | "PASS_LIVING_NOT_THE_SAME" | "NO_ID_CARD_NUMBER" | "ID_NUMBER_NAME_NOT_MATCH" | "NO_FACE_FOUND" | "NO_ID_PHOTO" | "PHOTO_FORMAT_ERROR" | "DATA_SOURCE_ERROR" | "FAIL_LIVING_FACE_ATTACK" | "VIDEO_LACK_FRAMES" | "FAIL_EYES_CLOSE_DETECTION" | "BIZ_TOKEN_DENIED" | "AUTHENTICATION_FAIL" | "MOBILE_PHONE_NOT_SUPPORT" | "SDK_TOO_OLD" | "MOBILE_PHONE_NO_AUTHORITY" | "USER_CANCELLATION" | "USER_TIMEOUT" | "VERIFICATION_FAILURE" | "UNDETECTED_FACE" | "ACTION_ERROR";

type Middleware = (call: Call, next: Next) => Promise<Result>;

type Next = (call: Call) => Promise<Result>;

type OnEvent = (event: FinAuthEvent) => void;

type OperationId = keyof Operations;

type OutcomeKind = "passed" | "another_person" | "reference" | "liveness" | "capture" | "unknown" | "contradiction";

type PlatformAbortSignal = typeof globalThis extends {
    AbortSignal: {
        prototype: infer Signal;
    };
} ? Signal : AbortSignalLike & {
    throwIfAborted(): void;
};

type PlatformBlob = typeof globalThis extends {
    Blob: {
        prototype: infer Own;
    };
} ? Own : {
    readonly size: number;
    readonly type: string;
    arrayBuffer(): Promise<ArrayBuffer>;
};

type PlatformBlob = typeof globalThis extends {
    Blob: {
        prototype: infer Own;
    };
} ? Own : {
    readonly size: number;
    readonly type: string;
    arrayBuffer(): Promise<ArrayBuffer>;
};

type PlatformFetch = typeof globalThis extends {
    fetch: infer Fetch;
} ? Fetch : (url: string, init: FetchInitLike) => Promise<ResponseLike>;

type PlatformHeaders = typeof globalThis extends {
    Headers: {
        prototype: infer Headers;
    };
} ? Headers : HeadersLike;

type Region = "sgp" | "idn";

type ResultAnswer = VerifyResponse;

type RetryAdvice = "never" | "later" | "fresh_signature";

type SignVerdict = {
    readonly valid: true;
} | {
    readonly valid: false;
    readonly reason: "INVALID_SIGN" | "EXPIRED_SIGN";
};

type SignatureField = "sign" | "sign_version";

type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

type TryAgain = "new_token" | "other_phone" | "other_photo" | "other_details" | "update_app" | "later" | "never";

type VerifyData = {
    body: VerifyRequest;
    path?: never;
    query?: never;
    url: "/finauth/v5/sdk/verify";
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

export type { AbortSignalLike, Call, CallOptions, Check, CheckOptions, CheckReport, ClosableTransport, CloseOptions, Credentials, CredentialsSource, ErrorCode, ErrorCodeOf, ErrorDetail, ErrorReasonOf, FinAuth, FinAuthEvent, FinAuthOptions, GetBizTokenInput, GetBizTokenResponse, HeadersLike, InspectedSign, Issue, KnownErrorCode, KnownErrorReason, KnownResult, Limiter, LimiterSlot, Middleware, Next, OnEvent, Operation, OperationId, Outcome, OutcomeKind, ParsedError, Region, Result, RetryAdvice, RetryOptions, SignVerdict, SignatureFields, Signer, SignerOptions, Timers, Transport, TransportAnswer, TransportRequest, TryAgain, VerifyInput, VerifyOptions, VerifyResponse };
