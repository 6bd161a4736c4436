import autocannon from 'autocannon';
import type { Load, Measured } from './load.ts';
import { sendings } from './sending.ts';

/** Sends as fast as the connections can, with autocannon. */
export async function measureFlatOut({ requests, seconds, connections }: Load): Promise<Measured> {
  const next = sendings(requests);
  // autocannon does not say which request an answer belongs to: they are all of one method.
  const expected = requests[0]?.body === undefined ? 200 : 201;
  const mayBeRefused = requests[0]?.mayBeRefused;
  let refused = 0;
  let firstError: string | undefined;
  const result = await autocannon({
    url: originOf(requests[0]?.url),
    connections,
    duration: seconds,
    // It looks only then whether its time is over.
    sampleInt: 50,
    excludeErrorStats: true,
    requests: [
      {
        setupRequest: (request) => {
          const { method, url, headers, body } = next();
          const { pathname, search } = new URL(url);
          return { ...request, method, path: `${pathname}${search}`, headers: { ...headers }, body };
        },
        onResponse: (status, body) => {
          if (status === expected) return;
          if (mayBeRefused !== undefined && body.includes(mayBeRefused)) refused++;
          else firstError ??= `${status} ${body}`;
        },
      },
    ],
  });
  const placed = result.statusCodeStats[String(expected)]?.count ?? 0;
  const answered = Object.values(result.statusCodeStats).reduce((sum, { count }) => sum + count, 0);
  return {
    rate: placed / result.duration,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    ...(refused > 0 && { refused }),
    errors: answered - placed - refused + result.errors,
    ...(firstError !== undefined && { firstError }),
  };
}

function originOf(url: string | undefined): string {
  if (url === undefined) throw new Error('there is nothing to send');
  return new URL(url).origin;
}
