export declare function environmentProxy(url: string | URL): EnvironmentProxy | undefined;

export declare function nodeTransport({ agent: given, connections }?: NodeTransportOptions): ClosableTransport;

export interface NodeTransportOptions {
    readonly agent?: Agent;
    readonly connections?: number;
}

interface ClosableTransport extends Transport {
    close(): Promise<void>;
}

interface EnvironmentProxy {
    readonly variable: string;
    readonly uri: string;
    readonly usable: boolean;
    readonly exempt: boolean;
    readonly enabled: boolean;
}

interface TransportAnswer {
    readonly status: number;
    readonly headers: Headers;
    readonly body: AsyncIterable<Uint8Array>;
}

interface TransportRequest {
    readonly url: string;
    readonly method: "POST";
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | Uint8Array;
    readonly signal: AbortSignal | undefined;
    readonly maxResponseBytes: number;
}

type Transport = (request: TransportRequest) => Promise<TransportAnswer>;

export type { EnvironmentProxy };
