export declare const getBizToken: Operation<"getBizToken">;

export declare const operations: {
    readonly getBizToken: Operation<"getBizToken">;
    readonly verify: Operation<"verify">;
};

export declare const verify: Operation<"verify">;

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

interface FetchInitLike {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | Uint8Array | undefined;
    readonly signal: PlatformAbortSignal | null;
    readonly redirect: "error" | "manual";
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

interface Wait {
    for: string;
    inLineMs: number;
    inLineSince: number | undefined;
}

type GetBizTokenData = {
    body: GetBizTokenRequest;
    path?: never;
    query?: never;
    url: "/finauth/v5/sdk/get_biz_token";
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

type Middleware = (call: Call, next: Next) => Promise<Result>;

type Next = (call: Call) => Promise<Result>;

type OperationId = keyof Operations;

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

type PlatformFetch = typeof globalThis extends {
    fetch: infer Fetch;
} ? Fetch : (url: string, init: FetchInitLike) => Promise<ResponseLike>;

type PlatformHeaders = typeof globalThis extends {
    Headers: {
        prototype: infer Headers;
    };
} ? Headers : HeadersLike;

type SignatureField = "sign" | "sign_version";

type VerifyData = {
    body: VerifyRequest;
    path?: never;
    query?: never;
    url: "/finauth/v5/sdk/verify";
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
