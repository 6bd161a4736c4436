import type { CheckerName } from '../check/verdict.ts';
import type { LoadedAgency } from '../load/agency.ts';
import type { Watched } from '../settle.ts';

/** Where a bug is planted: a system that runs, and one agency in it. */
export interface Ground extends Pick<Watched, 'books' | 'stream' | 'history'> {
  readonly agency: LoadedAgency;
}

/** A bug put into a running system from outside: no code of the product knows of it. */
export interface Plant {
  readonly name: string;
  /** What the product would have to do wrong to look like this. */
  readonly as: string;
  /** The checker that must find it. */
  readonly caughtBy: CheckerName;
  /** Before the load, so that it happens in the course of things, or after it, to what is there. */
  readonly when: 'before' | 'after';
  /** Besides payments and ended orders: a statement with the agency's id as `$1` that has a row once the load has made what it is planted in. */
  readonly needs?: string;
  /** @returns what takes it away again; an agency's data stay as they are */
  put(ground: Ground): Promise<() => Promise<unknown>>;
}

/** A trigger that changes or drops what one agency writes. */
export interface TriggerPlant extends Omit<Plant, 'when' | 'put'> {
  readonly table: string;
  readonly event: 'insert' | 'update';
  /** PL/pgSQL statements on `new` and `old`; `return null` drops the row. */
  readonly body: string;
}

export const byTrigger = ({ table, event, body, ...plant }: TriggerPlant): Plant => ({
  ...plant,
  when: 'before',
  put: async ({ books, agency }) => {
    const [schema] = table.split('.');
    const name = `planted_${plant.name.replaceAll('-', '_')}`;
    await books.run(`
      create function ${schema}.${name}() returns trigger language plpgsql as $$ begin
        if new.agency_id = '${agency.id}' then ${body} end if;
        return new;
      end $$;
      create trigger ${name} before ${event} on ${table} for each row execute function ${schema}.${name}()`);
    return () => books.run(`drop trigger ${name} on ${table}; drop function ${schema}.${name}()`);
  },
});

/** Statements on the data that the load has left; each must change something. */
export const byStatement = (
  plant: Omit<Plant, 'when' | 'put'>,
  put: (ground: Ground) => Promise<unknown>,
): Plant => ({
  ...plant,
  when: 'after',
  put: async (ground) => {
    await put(ground);
    return () => Promise.resolve();
  },
});
