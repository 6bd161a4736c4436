// The package brings no types: the part of its API that is used here.
declare module 'autocannon' {
  interface Request {
    method: string;
    path: string;
    headers: Record<string, string>;
    body: string;
  }

  interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    /** Milliseconds. */
    sampleInt: number;
    excludeErrorStats: boolean;
    requests: readonly {
      setupRequest(request: Request): Request;
      onResponse(status: number, body: string): void;
    }[];
  }

  interface Result {
    /** Seconds. */
    duration: number;
    /** Connections lost and requests without an answer. */
    errors: number;
    /** Milliseconds. */
    latency: { p50: number; p99: number };
    statusCodeStats: Readonly<Record<string, { count: number }>>;
  }

  export default function autocannon(options: Options): Promise<Result>;
}
