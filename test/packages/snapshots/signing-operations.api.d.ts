export declare const getBizToken: Operation<"getBizToken">;

export declare const operations: {
    readonly getBizToken: Operation<"getBizToken">;
};

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
    readonly line?: Line;
}

interface Encoded {
    readonly search?: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string | Uint8Array;
}

interface Encoder {
    readonly method: "GET" | "POST";
    readonly keepsLineBreaks: boolean;
    encode(fields: Readonly<Record<string, unknown>>, request: GeneratedRequest): Encoded | Promise<Encoded>;
}

interface FetchInitLike {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | Uint8Array;
    readonly signal: PlatformAbortSignal | null;
    readonly redirect: "error" | "manual";
}

interface GeneratedRequest {
    readonly url: string;
    readonly bodySerializer?: (body: unknown) => FormData;
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

interface Issue {
    readonly field: string;
    readonly rule: string;
    readonly message: string;
}

interface Line {
    waitedMs: number;
    since: number | undefined;
}

interface Operation<Id extends OperationId = OperationId> {
    readonly id: Id;
    readonly encoder: Encoder;
    readonly send: (options: never) => unknown;
    readonly input: (value: unknown) => Verdict<unknown>;
    readonly answer: (value: unknown) => Verdict<unknown>;
}

interface Operations {
    getBizToken: {
        body: GetBizTokenData["body"];
        answer: GetBizTokenResponse;
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

type GetBizTokenData = {
    body: GetBizTokenRequest;
    path?: never;
    query?: never;
    url: "/finauth/v5/sdk/get_biz_token";
};

type GetBizTokenInput = Omit<GetBizTokenRequest$1, "sign" | "sign_version">;

type GetBizTokenRequest = {
    sign: string;
    sign_version: "hmac_sha1";
    liveness_id: string;
    uuid?: string;
};

type GetBizTokenRequest$1 = {
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

type OperationTable<Id extends OperationId = OperationId> = {
    readonly [Each in Id]: Operation<Each>;
};

type PlatformAbortSignal = typeof globalThis extends {
    AbortSignal: {
        prototype: infer Signal;
    };
} ? Signal : AbortSignalLike & {
    throwIfAborted(): void;
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

type Verdict<T> = {
    readonly valid: true;
    readonly value: T;
} | {
    readonly valid: false;
    readonly issues: readonly Issue[];
};
