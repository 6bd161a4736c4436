import { fastify } from 'fastify';
import pg from 'pg';
import { databaseUrl } from './config.ts';
import type { FloorOrder } from './order.ts';
import { parametersOf } from './parameters.ts';
import { placeOrder } from './statement.ts';

// As many connections as a service has.
const pool = new pg.Pool({ connectionString: databaseUrl(), max: 10, application_name: 'yitu-load-floor' });
const app = fastify();

app.post<{ Body: FloorOrder }>('/orders', async (request, reply) => {
  const { values, answer } = parametersOf(request.body, String(request.headers['idempotency-key']));
  const { rows } = await pool.query<{ number: string }>({ name: 'place-order', text: placeOrder, values });
  const [placed] = rows;
  return placed ? reply.code(201).send({ ...answer, ...placed }) : reply.code(409).send();
});

await app.listen({ host: '127.0.0.1', port: 0 });
const address = app.server.address();
process.send?.(typeof address === 'object' ? address?.port : undefined);
// Whoever started it is gone: nobody would end it.
process.once('disconnect', () => process.exit());
