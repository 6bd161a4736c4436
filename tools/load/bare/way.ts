import pg from 'pg';
import { startProgram, type Program } from '../floor/program.ts';
import { floorSchema } from '../floor/statement.ts';
import { createStream, deleteStream } from './stream.ts';

/** As many services as take every event of an order. */
const listeners = ['inbox_1', 'inbox_2', 'inbox_3', 'inbox_4', 'inbox_5', 'inbox_6'];

/** What a bare whole stands on. */
export interface Ground {
  /** The administrator's. */
  readonly databaseUrl: string;
  readonly natsUrl: string;
  /** Where the floor takes orders. */
  readonly floorUrl: string;
}

/**
 * The floor as part of a whole, for as long as the work lasts: a bare program before it, as the gateway is before booking, a bare relay that
 * publishes what its orders have put into the outbox, and as many bare programs as there are services that note each event. Nobody is asked who he
 * is and what he may do, nothing is checked, priced, traced or chained: more than this a machine cannot do for a system of such parts.
 * @param work is told where the whole takes orders
 */
export async function withBareWay<Result>(
  ground: Ground,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  await createInboxes(ground.databaseUrl);
  await createStream(ground.natsUrl);
  const programs: Program[] = [];
  try {
    const { port } = await startAll(ground, programs);
    return await work(`http://127.0.0.1:${port}/orders`);
  } finally {
    await Promise.all(programs.map((program) => program.end()));
    await deleteStream(ground.natsUrl);
  }
}

/** @param programs gets each as soon as it runs @returns the first of the way */
async function startAll({ databaseUrl, natsUrl, floorUrl }: Ground, programs: Program[]): Promise<Program> {
  const start = async (module: string, env: NodeJS.ProcessEnv) => {
    const program = await startProgram(new URL(module), env);
    programs.push(program);
    return program;
  };
  const place = { BARE_DATABASE_URL: databaseUrl, BARE_NATS_URL: natsUrl };
  for (const name of listeners)
    await start(import.meta.resolve('./listener.ts'), { ...place, BARE_LISTENER: name });
  await start(import.meta.resolve('./relay.ts'), place);
  return start(import.meta.resolve('./hop.ts'), { BARE_TARGET: floorUrl });
}

async function createInboxes(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    for (const name of listeners)
      await client.query(`drop table if exists ${floorSchema}.${name};
        create table ${floorSchema}.${name} (like notifications.inbox including all)`);
    // What was stored before is not published.
    await client.query(`update ${floorSchema}.outbox set published_at = now() where published_at is null`);
  } finally {
    await client.end();
  }
}
