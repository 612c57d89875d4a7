export declare class TokenLimitError extends FinAuthError {
    static override readonly kind: string;
    readonly code: "ERR_TOKEN_LIMIT";
    readonly retryAfterMs: number;
    constructor(retryAfterMs: number);
}

export declare class UnknownTokenError extends FinAuthError {
    static override readonly kind: string;
    readonly code: "ERR_UNKNOWN_TOKEN";
    constructor();
}

export declare const httpErrors: Readonly<Record<HttpErrorCode, HttpErrorRow>>;

export declare function createMetrics(meter: MeterLike, own?: Attributes): {
    readonly onEvent: OnEvent;
    readonly middleware: readonly [
        Middleware
    ];
};

export declare function createTokenHandler(options: TokenHandlerOptions): Handler;

export declare function createVerifyHandler(options: VerifyHandlerOptions): Handler;

export declare function memoryStore({ maxUsers, shareCalls, now }?: MemoryStoreOptions): TokenStore & {
    readonly size: {
        readonly users: number;
        readonly tokens: number;
        readonly calls: number;
    };
};

export declare function prometheusMeter(client: PromClientLike, register?: PromClientLike["register"]): MeterLike;

export declare function toHttpError(error: unknown): HttpError;

interface Allowance {
    readonly tokens: number;
    readonly windowMs: number;
}

interface Decision {
    readonly outcome: Outcome;
    readonly requestId: string | undefined;
}

interface HandlerOptions<Wanted> {
    readonly authorize: (request: Request) => Wanted | Response | Promise<Wanted | Response>;
    readonly onError?: (error: unknown, request: Request) => void;
}

interface HttpError {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: {
        readonly type: "about:blank";
        readonly title: string;
        readonly status: number;
        readonly detail: string;
        readonly code: HttpErrorCode;
        readonly retry_after?: number;
    };
}

interface HttpErrorRow {
    readonly status: number;
    readonly title: string;
    readonly detail: string;
    readonly holds: (error: unknown) => boolean;
    readonly when: string;
    readonly why: string;
    readonly waitSeconds?: number;
}

interface InstrumentOptions {
    readonly description: string;
    readonly unit: string;
    readonly advice?: {
        explicitBucketBoundaries: number[];
    };
    readonly attributes: readonly string[];
}

interface KnownToken {
    readonly decision?: Decision;
}

interface MemoryStoreOptions {
    readonly maxUsers?: number;
    readonly shareCalls?: boolean;
    readonly now?: () => number;
}

interface MeterLike {
    createHistogram(name: string, options: InstrumentOptions): {
        record(value: number, attributes?: Attributes): void;
    };
    createUpDownCounter(name: string, options: InstrumentOptions): {
        add(value: number, attributes?: Attributes): void;
    };
    createGauge(name: string, options: InstrumentOptions): {
        record(value: number, attributes?: Attributes): void;
    };
}

interface MetricOptions {
    name: string;
    help: string;
    labelNames: string[];
    buckets?: number[];
    registers: never[];
}

interface PromClientLike {
    readonly Histogram: new (options: MetricOptions) => PromHistogram;
    readonly Gauge: new (options: MetricOptions) => PromGauge;
    readonly register: {
        getSingleMetric(name: string): unknown;
    };
}

interface PromGauge {
    inc(labels: Attributes, value: number): void;
    set(labels: Attributes, value: number): void;
}

interface PromHistogram {
    observe(labels: Attributes, value: number): void;
}

interface TokenHandlerOptions extends HandlerOptions<TokenRequest> {
    readonly finauth: Pick<FinAuth, "getBizToken">;
    readonly limit?: Allowance | false;
    readonly store?: TokenStore;
    readonly lifetimeSeconds?: number;
    readonly onToken?: (minted: {
        readonly requestId: string;
    }, request: Request) => void;
}

interface TokenStore {
    take(user: string, allowance: Allowance): Promise<number>;
    giveBack(user: string): Promise<void>;
    share<Result extends object>(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
    remember(key: string, known: KnownToken, forMs: number): Promise<void>;
    recall(key: string): Promise<KnownToken | undefined>;
}

interface VerifyHandlerOptions extends HandlerOptions<VerdictRequest> {
    readonly finauth: Pick<FinAuth, "verify">;
    readonly store: TokenStore;
    readonly onDecision: (decided: Decided, request: Request) => void | Promise<void>;
}

type Attributes = Record<string, string | number>;

type Decided = Decision & {
    readonly uuid: string;
};

type Handler = (request: Request) => Promise<Response>;

type HttpErrorCode = "method_not_allowed" | "too_many_requests" | "start_again" | "timed_out" | "try_again" | "unavailable";

type TokenRequest = Parameters<FinAuth["getBizToken"]>[0] & {
    readonly uuid: string;
};

type VerdictRequest = Omit<Parameters<FinAuth["verify"]>[0], "biz_token" | "uuid"> & {
    readonly uuid: string;
};

export type { Allowance, Attributes, Decided, Decision, Handler, HandlerOptions, HttpError, HttpErrorCode, HttpErrorRow, InstrumentOptions, KnownToken, MemoryStoreOptions, MeterLike, PromClientLike, TokenHandlerOptions, TokenRequest, TokenStore, VerdictRequest, VerifyHandlerOptions };
