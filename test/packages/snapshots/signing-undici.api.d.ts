export declare function undiciTransport(options?: UndiciTransportOptions): ClosableTransport;

export interface UndiciTransportOptions {
    readonly dispatcher?: Dispatcher;
    readonly connections?: number;
    readonly keepAliveMs?: number;
}

interface AbortSignalLike {
    readonly aborted: boolean;
    readonly reason?: unknown;
    addEventListener(type: "abort", listener: () => void): void;
    removeEventListener(type: "abort", listener: () => void): void;
}

interface ClosableTransport extends Transport {
    close(options?: CloseOptions): Promise<void>;
}

interface CloseOptions {
    readonly timeoutMs?: number;
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

type Transport = (request: TransportRequest) => Promise<TransportAnswer>;
