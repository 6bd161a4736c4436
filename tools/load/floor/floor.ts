import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createTables, dropTables, type Stock } from './tables.ts';

/** The floor as a running program with its own tables. */
export interface Floor {
  /** Where it takes orders. */
  readonly url: string;
  /** Ends the program and removes the tables. */
  remove(): Promise<void>;
}

/** Makes the tables and starts the program. @param databaseUrl the administrator's */
export async function createFloor(databaseUrl: string, stock: Stock): Promise<Floor> {
  await createTables(databaseUrl, stock);
  const program = fork(fileURLToPath(import.meta.resolve('./main.ts')), {
    execArgv: [],
    env: { FLOOR_DATABASE_URL: databaseUrl },
  });
  const remove = async () => {
    await end(program);
    await dropTables(databaseUrl);
  };
  try {
    return { url: `http://127.0.0.1:${await portOf(program)}/orders`, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function portOf(program: ChildProcess): Promise<number> {
  const ended = once(program, 'exit').then(([code]) => {
    throw new Error(`the floor ended with ${String(code)} before it listened`);
  });
  const told = once(program, 'message').then(([message]) => Number(message));
  const port = await Promise.race([told, ended]);
  ended.catch(() => undefined); // from now on its end is our doing
  return port;
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = once(program, 'exit');
  program.kill('SIGKILL');
  await ended;
}
