import { startProgram } from './program.ts';
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
  try {
    const program = await startProgram(new URL(import.meta.resolve('./main.ts')), {
      FLOOR_DATABASE_URL: databaseUrl,
    });
    return {
      url: `http://127.0.0.1:${program.port}/orders`,
      remove: async () => {
        await program.end();
        await dropTables(databaseUrl);
      },
    };
  } catch (error) {
    await dropTables(databaseUrl);
    throw error;
  }
}
