import { createServer } from 'node:http';

/** Takes what exporters send and keeps none of it. */
export interface Collector {
  /** For OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly url: string;
  /** Batches so far. */
  batches(): number;
  stop(): Promise<void>;
}

/** A collector on a free port of loopback that costs next to nothing: what is measured is the sending. */
export async function startCollector(): Promise<Collector> {
  let batches = 0;
  const server = createServer((request, response) => {
    batches += 1;
    request
      .resume()
      .on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the collector got no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    batches: () => batches,
    stop: () =>
      new Promise<void>((stopped) => {
        server.closeAllConnections();
        server.close(() => stopped());
      }),
  };
}
