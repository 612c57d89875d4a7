export declare function undiciTransport(options?: UndiciTransportOptions): ClosableTransport;

export interface UndiciTransportOptions {
    readonly dispatcher?: Dispatcher;
    readonly connections?: number;
    readonly keepAliveMs?: number;
}

interface ClosableTransport extends Transport {
    close(): Promise<void>;
}

interface TransportAnswer {
    readonly status: number;
    readonly headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
    readonly body: AsyncIterable<Uint8Array>;
}

interface TransportRequest {
    readonly url: string;
    readonly method: "POST";
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | Uint8Array;
    readonly signal: AbortSignal | undefined;
}

type Transport = (request: TransportRequest) => Promise<TransportAnswer>;
