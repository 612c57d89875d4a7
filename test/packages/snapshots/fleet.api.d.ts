export declare class FleetUnavailableError extends Error {
    override readonly name = "FleetUnavailableError";
    readonly code = "ERR_FLEET_UNAVAILABLE";
}

export declare function sharedLimit(options: SharedLimitOptions): SharedLimit;

export declare function sharedStore(options: SharedStoreOptions): SharedStore;

interface IoredisLike {
    evalsha(sha: string, numberOfKeys: number, ...keysAndArguments: string[]): Promise<unknown>;
    eval(script: string, numberOfKeys: number, ...keysAndArguments: string[]): Promise<unknown>;
    duplicate(): IoredisLike;
    subscribe(channel: string): Promise<unknown>;
    disconnect(): void;
    on(event: string, listener: (...args: any[]) => void): unknown;
}

interface NodeRedisLike {
    evalSha(sha: string, options: {
        keys: string[];
        arguments: string[];
    }): Promise<unknown>;
    eval(script: string, options: {
        keys: string[];
        arguments: string[];
    }): Promise<unknown>;
    duplicate(): NodeRedisLike;
    connect(): Promise<unknown>;
    subscribe(channel: string, listener: (message: string) => void): Promise<unknown>;
    destroy?(): unknown;
    disconnect?(): unknown;
    on(event: string, listener: (...args: any[]) => void): unknown;
}

interface SharedLimit {
    enter(signal: AbortSignal): Promise<Slot>;
    close(): Promise<void>;
}

interface SharedLimitOptions {
    readonly client: RedisLike;
    readonly limit: number;
    readonly key: string;
    readonly onUnavailable?: "local" | "refuse";
    readonly share?: number;
    readonly leaseMs?: number;
    readonly timeoutMs?: number;
    readonly onEvent?: (event: FleetEvent) => void;
}

interface SharedStore extends TokenStoreLike {
    close(): void;
}

interface SharedStoreOptions {
    readonly client: RedisLike;
    readonly key: string;
    readonly local: TokenStoreLike;
    readonly leaseMs?: number;
    readonly timeoutMs?: number;
    readonly onEvent?: (event: SharedStoreEvent) => void;
}

interface Slot {
    leave(): void;
    readonly lost: AbortSignal;
}

interface TokenStoreLike {
    take(user: string, allowance: {
        readonly tokens: number;
        readonly windowMs: number;
    }): Promise<number>;
    giveBack(user: string): Promise<void>;
    share<Result extends object>(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
    remember(key: string, known: object, forMs: number): Promise<void>;
    recall(key: string): Promise<object | undefined>;
}

type FleetEvent = {
    readonly type: "unavailable";
    readonly reason: string;
} | {
    readonly type: "available";
    readonly afterMs: number;
} | {
    readonly type: "lost";
    readonly heldMs: number;
};

type RedisLike = IoredisLike | NodeRedisLike;

type SharedStoreEvent = Exclude<FleetEvent, {
    readonly type: "lost";
}>;

export type { FleetEvent, IoredisLike, NodeRedisLike, RedisLike, SharedLimit, SharedLimitOptions, SharedStore, SharedStoreEvent, SharedStoreOptions, Slot, TokenStoreLike };
