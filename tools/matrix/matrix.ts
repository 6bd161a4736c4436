import { servicesWithSchema } from '../migrate/migrate.ts';
import { declaredOperations, type Operation } from './operations.ts';
import { play, type Outcome } from './play.ts';
import type { Setting } from './setting.ts';
import { lookAtTables, type Protection } from './tables/tables.ts';

/** What the matrix has come to. */
export interface Matrix {
  readonly operations: readonly Operation[];
  readonly outcome: Outcome;
  readonly protection: Protection;
}

/** Plays every operation of every service, then looks at every table. */
export async function runMatrix(setting: Setting): Promise<Matrix> {
  const operations = await declaredOperations();
  const outcome = await play(setting, operations);
  return { operations, outcome, protection: await protectionOf(setting) };
}

/** Row security of every table, with the agencies of the setting in them (promise A2). */
export function protectionOf({ world, places }: Setting): Promise<Protection> {
  const serviceOf = (schema: string) => {
    const service = servicesWithSchema.find((one) => one === schema);
    if (!service) throw new Error(`${schema} is the schema of no service`);
    return service;
  };
  return lookAtTables(
    {
      admin: world.admin,
      urlOf: (schema) => world.environment(serviceOf(schema))['DATABASE_URL'] ?? '',
      agencies: { ours: places.own.agencyId, theirs: places.elsewhere.agencyId },
    },
    servicesWithSchema,
  );
}

/** The one line for programs. */
export function resultLine({ outcome, protection }: Matrix): string {
  const leaks = outcome.findings.filter(({ verdict }) => verdict === 'leak').length;
  return JSON.stringify({
    ...{ id: 'A1', operations: outcome.operations, cases: outcome.cases, leaks },
    ...{ tables: protection.tables, unprotected: protection.unprotected },
  });
}

/** Whether nothing was found: no leak, no open table, and nothing that could not be proven either. */
export const holds = ({ outcome, protection }: Matrix): boolean =>
  outcome.findings.length === 0 && protection.findings.length === 0;
