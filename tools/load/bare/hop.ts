import { fastify } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { Pool } from 'undici';
import { setting } from './config.ts';

// In the gateway's place: what comes is sent on as it is, and so is the answer.
const target = new URL(setting('BARE_TARGET'));
const pool = new Pool(target.origin, { connections: 64 });
const app = fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', (_request, payload, done) => done(null, payload));

app.post<{ Body: IncomingMessage }>('/orders', async ({ headers, body }, reply) => {
  const answer = await pool.request({
    ...{ path: target.pathname, method: 'POST', body },
    headers: {
      'content-type': 'application/json',
      'content-length': String(headers['content-length']),
      'idempotency-key': String(headers['idempotency-key']),
    },
  });
  return reply
    .code(answer.statusCode)
    .header('content-type', answer.headers['content-type'] ?? 'application/json')
    .send(answer.body);
});

await app.listen({ host: '127.0.0.1', port: 0 });
const address = app.server.address();
process.send?.(typeof address === 'object' ? address?.port : undefined);
process.once('disconnect', () => process.exit());
