declare class Interceptors<Interceptor> {
    fns: Array<Interceptor | null>;
    clear(): void;
    eject(id: number | Interceptor): void;
    exists(id: number | Interceptor): boolean;
    getInterceptorIndex(id: number | Interceptor): number;
    update(id: number | Interceptor, fn: Interceptor): number | Interceptor | false;
    use(fn: Interceptor): number;
}

declare const createConfig: <T extends ClientOptions$1 = ClientOptions$1>(override?: Config<Omit<ClientOptions$1, keyof T> & T>) => Config<Omit<ClientOptions$1, keyof T> & T>;

declare const getBizToken: <ThrowOnError extends boolean = false>(options: Options<GetBizTokenData, ThrowOnError>) => RequestResult<GetBizTokenResponses, GetBizTokenErrors, ThrowOnError>;

declare const operations: {
    readonly getBizToken: typeof getBizToken;
    readonly verify: typeof verify;
};

declare const signatureScheme: {
    readonly algorithm: "hmac_sha1";
    readonly fields: {
        readonly sign: "sign";
        readonly version: "sign_version";
    };
    readonly parameters: {
        readonly apiKey: "a";
        readonly expireTime: "b";
        readonly currentTime: "c";
        readonly random: "d";
    };
    readonly digest: "HMAC-SHA1";
    readonly digestBytes: 20;
    readonly randomMaxDigits: 10;
    readonly defaultWindowSeconds: 100;
    readonly singleUseExpireTime: 0;
};

declare const verify: <ThrowOnError extends boolean = false>(options: Options<VerifyData, ThrowOnError>) => RequestResult<VerifyResponses, VerifyErrors, ThrowOnError>;

export declare const byteLimits: {
    readonly getBizToken: {
        readonly uuid: 128;
    };
    readonly verify: {
        readonly uuid: 128;
        readonly image_ref1: 2097152;
    };
};

export declare const contradictoryResult: ResultAdvice;

export declare const createClient: (config?: Config) => Client;

export declare const errorAdvice: Readonly<Record<string, ErrorAction>>;

export declare const errorCatalogue: Readonly<Record<KnownErrorCode, ErrorEntry>>;

export declare const errorPages: string | undefined;

export declare const gatewayErrors: Readonly<Record<number, DocumentedError>>;

export declare const operationErrors: {
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

export declare const personalFields: {
    readonly verify: {
        readonly request: readonly [
            "image_ref1",
            "idcard_name",
            "idcard_number"
        ];
        readonly answer: readonly [
            "verification",
            "images"
        ];
    };
};

export declare const resultCatalogue: Readonly<Record<KnownResult, ResultEntry>>;

export declare const resultFamilies: Readonly<Record<number, ResultAdvice>>;

export declare const resultScheme: {
    readonly operation: "verify";
    readonly code: "result_code";
    readonly message: "result_message";
    readonly attack: readonly string[];
};

export declare const servers: Readonly<Record<Region, Server>>;

export declare const tokenLifetimes: {
    readonly getBizToken: {
        readonly biz_token: 3600;
    };
};

export declare const unlistedAdvice: ErrorAction;

export declare const unlistedError: ErrorAdvice;

export declare const unlistedResult: ResultAdvice;

interface Auth {
    in?: "header" | "query" | "cookie";
    key?: string;
    name?: string;
    scheme?: "basic" | "bearer";
    type: "apiKey" | "http";
}

interface ClientMeta {
}

interface ClientOptions$1 {
    baseUrl?: string;
    responseStyle?: ResponseStyle;
    throwOnError?: boolean;
}

interface Config$1 {
    auth?: ((auth: Auth) => Promise<AuthToken> | AuthToken) | AuthToken;
    bodySerializer?: BodySerializer | null;
    headers?: RequestInit["headers"] | Record<string, string | number | boolean | (string | number | boolean)[] | null | undefined | unknown>;
    method?: Uppercase<HttpMethod>;
    querySerializer?: QuerySerializer | QuerySerializerOptions;
    requestValidator?: (data: unknown) => Promise<unknown>;
    responseTransformer?: (data: unknown) => Promise<unknown>;
    responseValidator?: (data: unknown) => Promise<unknown>;
}

interface Config<T extends ClientOptions$1 = ClientOptions$1> extends Omit<RequestInit, "body" | "headers" | "method">, Config$1 {
    baseUrl?: T["baseUrl"];
    fetch?: typeof fetch;
    next?: never;
    parseAs?: "arrayBuffer" | "auto" | "blob" | "formData" | "json" | "stream" | "text";
    responseStyle?: ResponseStyle;
    throwOnError?: T["throwOnError"];
}

interface DocumentedError extends ErrorAdvice {
    readonly operations: readonly (keyof Operations)[];
}

interface ErrorAction extends Pick<ErrorAdvice, "retry" | "remedy"> {
    readonly page?: string;
}

interface ErrorAdvice {
    readonly retry: RetryAdvice;
    readonly meaning: string;
    readonly remedy: string;
    readonly source?: FactSource;
}

interface ErrorEntry extends DocumentedError {
    readonly status: number;
    readonly alsoStatus?: readonly number[];
    readonly detail: "none" | "key" | "reason";
    readonly reasons?: Readonly<Record<string, DocumentedError>>;
}

interface Middleware<Req, Res, Err, Options> {
    error: Interceptors<ErrInterceptor<Err, Res, Req, Options>>;
    request: Interceptors<ReqInterceptor<Req, Options>>;
    response: Interceptors<ResInterceptor<Res, Req, Options>>;
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

interface RequestOptions<TData = unknown, TResponseStyle extends ResponseStyle = "fields", ThrowOnError extends boolean = boolean, Url extends string = string> extends Config<{
    responseStyle: TResponseStyle;
    throwOnError: ThrowOnError;
}>, Pick<ServerSentEventsOptions<TData>, "onRequest" | "onSseError" | "onSseEvent" | "sseDefaultRetryDelay" | "sseMaxRetryAttempts" | "sseMaxRetryDelay"> {
    body?: unknown;
    path?: Record<string, unknown>;
    query?: Record<string, unknown>;
    security?: ReadonlyArray<Auth>;
    url: Url;
}

interface ResolvedRequestOptions<TResponseStyle extends ResponseStyle = "fields", ThrowOnError extends boolean = boolean, Url extends string = string> extends RequestOptions<unknown, TResponseStyle, ThrowOnError, Url> {
    headers: Headers;
    serializedBody?: string;
}

interface ResultAdvice {
    readonly kind: OutcomeKind;
    readonly tryAgain: TryAgain;
    readonly billed?: boolean;
    readonly meaning: string;
    readonly remedy: string;
    readonly tellUser: string;
    readonly source?: FactSource;
}

interface ResultEntry extends ResultAdvice {
    readonly code: number;
    readonly isPass: boolean;
}

interface SerializerOptions<T> {
    explode: boolean;
    style: T;
}

interface Server {
    readonly url: string;
    readonly description: string;
}

interface StreamEvent<TData = unknown> {
    data: TData;
    event?: string;
    id?: string;
    retry?: number;
}

interface TDataShape {
    body?: unknown;
    headers?: unknown;
    path?: unknown;
    query?: unknown;
    url: string;
}

type ArrayStyle = "form" | "spaceDelimited" | "pipeDelimited";

type AuthToken = string | undefined;

type BodySerializer = (body: unknown) => unknown;

type BuildUrlFn = <TData extends {
    body?: unknown;
    path?: Record<string, unknown>;
    query?: Record<string, unknown>;
    url: string;
}>(options: TData & Options$1<TData>) => string;

type Client = Client$1<RequestFn, Config, MethodFn, BuildUrlFn, SseFn> & {
    interceptors: Middleware<Request, Response, unknown, ResolvedRequestOptions>;
};

type Client$1<RequestFn = never, Config = unknown, MethodFn = never, BuildUrlFn = never, SseFn = never> = {
    buildUrl: BuildUrlFn;
    getConfig: () => Config;
    request: RequestFn;
    setConfig: (config: Config) => Config;
} & {
    [K in HttpMethod]: MethodFn;
} & ([
    SseFn
] extends [
    never
] ? {
    sse?: never;
} : {
    sse: {
        [K in HttpMethod]: SseFn;
    };
});

type ClientOptions = {
    baseUrl: "https://api-sgp.yljz.com" | "https://api-idn.yljz.com" | (string & {});
};

type ErrInterceptor<Err, Res, Req, Options> = (error: Err, response: Res | undefined, request: Req | undefined, options: Options) => Err | Promise<Err>;

type ErrorCode = KnownErrorCode | (string & {});

type ErrorCodeOf<Id extends keyof typeof operationErrors> = (typeof operationErrors)[Id]["codes"][number];

type ErrorDetail = KnownErrorReason | (string & {});

type ErrorReasonOf<Id extends keyof typeof operationErrors> = (typeof operationErrors)[Id]["reasons"][number];

type ErrorResponse = {
    error: string;
    request_id?: string;
    time_used?: number;
};

type FactSource = "finauth" | "faceid" | "demo" | "integrations" | "http" | "sdk";

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

type HttpMethod = "connect" | "delete" | "get" | "head" | "options" | "patch" | "post" | "put" | "trace";

type KnownErrorCode = "MISSING_ARGUMENTS" | "BAD_ARGUMENTS" | "AUTHENTICATION_ERROR" | "AUTHORIZATION_ERROR" | "CONCURRENCY_LIMIT_EXCEEDED" | "IMAGE_ERROR_UNSUPPORTED_FORMAT" | "NO_FACE_FOUND" | "INVALID_IMAGE_SIZE" | "DATA_DESTROYED" | "API_NOT_FOUND" | "INTERNAL_ERROR";

type KnownErrorReason = "API_KEY_BE_DISCONTINUED" | "IP_NOT_ALLOWED" | "LIMIT_REACHED" | "DENIED" | "EXPIRED_SIGN" | "INVALID_SIGN" | "MORE_RETRY_TIMES";

type KnownResult = "SUCCESS" | "PASS_LIVING_NOT_THE_SAME" | "NO_ID_CARD_NUMBER" | "ID_NUMBER_NAME_NOT_MATCH" | "NO_FACE_FOUND" | "NO_ID_PHOTO" | "PHOTO_FORMAT_ERROR" | "DATA_SOURCE_ERROR" | "FAIL_LIVING_FACE_ATTACK" | "VIDEO_LACK_FRAMES" | "FAIL_EYES_CLOSE_DETECTION" | "BIZ_TOKEN_DENIED" | "AUTHENTICATION_FAIL" | "MOBILE_PHONE_NOT_SUPPORT" | "SDK_TOO_OLD" | "MOBILE_PHONE_NO_AUTHORITY" | "USER_CANCELLATION" | "USER_TIMEOUT" | "VERIFICATION_FAILURE" | "UNDETECTED_FACE" | "ACTION_ERROR";

type MethodFn = <TData = unknown, TError = unknown, ThrowOnError extends boolean = false, TResponseStyle extends ResponseStyle = "fields">(options: Omit<RequestOptions<TData, TResponseStyle, ThrowOnError>, "method">) => RequestResult<TData, TError, ThrowOnError, TResponseStyle>;

type ObjectStyle = "form" | "deepObject";

type OmitKeys<T, K> = Pick<T, Exclude<keyof T, K>>;

type Options$1<TData extends TDataShape = TDataShape, ThrowOnError extends boolean = boolean, TResponse = unknown, TResponseStyle extends ResponseStyle = "fields"> = OmitKeys<RequestOptions<TResponse, TResponseStyle, ThrowOnError>, "body" | "path" | "query" | "url"> & ([
    TData
] extends [
    never
] ? unknown : Omit<TData, "url">);

type Options<TData extends TDataShape = TDataShape, ThrowOnError extends boolean = boolean, TResponse = unknown> = Options$1<TData, ThrowOnError, TResponse> & {
    client: Client;
    meta?: keyof ClientMeta extends never ? Record<string, unknown> : ClientMeta;
};

type OutcomeKind = "passed" | "another_person" | "reference" | "liveness" | "capture" | "unknown" | "contradiction";

type PlatformBlob = typeof globalThis extends {
    Blob: {
        prototype: infer Own;
    };
} ? Own : {
    readonly size: number;
    readonly type: string;
    arrayBuffer(): Promise<ArrayBuffer>;
};

type QuerySerializer = (query: Record<string, unknown>) => string;

type QuerySerializerOptions = QuerySerializerOptionsObject & {
    parameters?: Record<string, QuerySerializerOptionsObject>;
};

type QuerySerializerOptionsObject = {
    allowReserved?: boolean;
    array?: Partial<SerializerOptions<ArrayStyle>>;
    object?: Partial<SerializerOptions<ObjectStyle>>;
};

type Region = "sgp" | "idn";

type ReqInterceptor<Req, Options> = (request: Req, options: Options) => Req | Promise<Req>;

type RequestFn = <TData = unknown, TError = unknown, ThrowOnError extends boolean = false, TResponseStyle extends ResponseStyle = "fields">(options: Omit<RequestOptions<TData, TResponseStyle, ThrowOnError>, "method"> & Pick<Required<RequestOptions<TData, TResponseStyle, ThrowOnError>>, "method">) => RequestResult<TData, TError, ThrowOnError, TResponseStyle>;

type RequestResult<TData = unknown, TError = unknown, ThrowOnError extends boolean = boolean, TResponseStyle extends ResponseStyle = "fields"> = ThrowOnError extends true ? Promise<TResponseStyle extends "data" ? TData extends Record<string, unknown> ? TData[keyof TData] : TData : {
    data: TData extends Record<string, unknown> ? TData[keyof TData] : TData;
    request: Request;
    response: Response;
}> : Promise<TResponseStyle extends "data" ? (TData extends Record<string, unknown> ? TData[keyof TData] : TData) | undefined : ({
    data: TData extends Record<string, unknown> ? TData[keyof TData] : TData;
    error: undefined;
} | {
    data: undefined;
    error: TError extends Record<string, unknown> ? TError[keyof TError] : TError;
}) & {
    request?: Request;
    response?: Response;
}>;

type ResInterceptor<Res, Req, Options> = (response: Res, request: Req, options: Options) => Res | Promise<Res>;

type ResponseStyle = "data" | "fields";

type ResultAnswer = VerifyResponse;

type RetryAdvice = "never" | "later" | "fresh_signature";

type ServerSentEventsOptions<TData = unknown> = Omit<RequestInit, "method"> & Pick<Config$1, "method" | "responseTransformer" | "responseValidator"> & {
    fetch?: typeof fetch;
    onRequest?: (url: string, init: RequestInit) => Promise<Request>;
    onSseError?: (error: unknown) => void;
    onSseEvent?: (event: StreamEvent<TData>) => void;
    serializedBody?: RequestInit["body"];
    sseDefaultRetryDelay?: number;
    sseMaxRetryAttempts?: number;
    sseMaxRetryDelay?: number;
    sseSleepFn?: (ms: number) => Promise<void>;
    url: string;
};

type ServerSentEventsResult<TData = unknown, TReturn = void, TNext = unknown> = {
    stream: AsyncGenerator<TData extends Record<string, unknown> ? TData[keyof TData] : TData, TReturn, TNext>;
};

type SignatureField = "sign" | "sign_version";

type SseFn = <TData = unknown, _TError = unknown, ThrowOnError extends boolean = false, TResponseStyle extends ResponseStyle = "fields">(options: Omit<RequestOptions<never, TResponseStyle, ThrowOnError>, "method">) => Promise<ServerSentEventsResult<TData>>;

type TryAgain = "new_token" | "other_phone" | "other_photo" | "other_details" | "update_app" | "later" | "never";

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

export { type Client, type ClientOptions, type Config, type DocumentedError, type ErrorAction, type ErrorAdvice, type ErrorCode, type ErrorCodeOf, type ErrorDetail, type ErrorEntry, type ErrorReasonOf, type ErrorResponse, type FactSource, type GatewayText, type GetBizTokenData, type GetBizTokenError, type GetBizTokenErrors, type GetBizTokenRequest, type GetBizTokenResponse, type GetBizTokenResponses, type GetBizTokenSuccess, type KnownErrorCode, type KnownErrorReason, type KnownResult, type Operations, type Options, type OutcomeKind, type Region, type ResultAdvice, type ResultAnswer, type ResultEntry, type RetryAdvice, type Server, type SignatureField, type TryAgain, type VerifyData, type VerifyError, type VerifyErrors, type VerifyRequest, type VerifyResponse, type VerifyResponses, type VerifySuccess, createConfig, getBizToken, operations, signatureScheme, verify };
