import { Writable } from 'node:stream';
import { escapeLiteral, type Pool, type PoolClient, type QueryResult } from 'pg';
import { boundStatement, type BoundStatement } from './bound-statement.ts';
import { GatheredRows } from './gathered-rows.ts';

/** What a transaction is for; `reads-one-state` shows all its statements the same state. */
export type TransactionMode = keyof typeof beginnings;

const beginnings = {
  writes: 'begin',
  reads: 'begin read only',
  'reads-one-state': 'begin isolation level repeatable read read only',
} as const;

/**
 * A change reads and writes by keys: any plan for its statements is the plan for all values. Planning anew for each took a third of the time PostgreSQL
 * spent on an order.
 */
const keyed = { plan_cache_mode: 'force_generic_plan' };

/**
 * One transaction on one connection. Statements are sent as they come and answered in their order: one whose answer nobody waits for costs no
 * round trip.
 */
export class Transaction {
  readonly #client: PoolClient;
  #failure: Error | undefined;
  #held = false;
  #ending: Promise<QueryResult> | undefined;
  readonly #gathered: GatheredRows;

  /** @param variables what row security reads, set for this transaction only */
  static async begin(
    pool: Pool,
    mode: TransactionMode,
    variables: Readonly<Record<string, string>>,
  ): Promise<Transaction> {
    const transaction = new Transaction(await pool.connect());
    transaction.send({ text: beginnings[mode], values: [], name: undefined });
    transaction.send(scopeStatement({ ...variables, ...(mode === 'writes' && keyed) }));
    return transaction;
  }

  private constructor(client: PoolClient) {
    this.#client = client;
    this.#gathered = new GatheredRows((statement) => void this.#post(statement).catch(() => undefined));
  }

  /** @throws the database's error; where an earlier statement has failed that nobody waited for, that one's */
  query(statement: BoundStatement): Promise<QueryResult> {
    this.#gathered.send();
    return this.#post(statement);
  }

  async #post({ text, values, name }: BoundStatement): Promise<QueryResult> {
    this.#hold();
    try {
      return await this.#client.query({ text, values: [...values], ...(name && { name }) });
    } catch (error) {
      this.#failure ??= error instanceof Error ? error : new Error(String(error));
      throw this.#failure;
    }
  }

  /** What is sent in one turn goes out in one write: each costs both processes more than the statement in it. */
  #hold(): void {
    const stream = streamOf(this.#client);
    if (this.#held || !stream) return;
    this.#held = true;
    stream.cork();
    process.nextTick(() => {
      this.#held = false;
      stream.uncork();
    });
  }

  /** The rows of a statement with `?` for its values. */
  async rows<Row extends object>(sql: string, parameters: readonly unknown[]): Promise<Row[]> {
    const { rows } = await this.query(boundStatement(sql, parameters));
    return rows as Row[]; // as the statement says
  }

  /** Stores a row together with others of the same statement, before any other statement is sent. */
  gather(sql: string, row: object, key: string): void {
    this.#gathered.add(sql, row, key);
  }

  /** Sends a statement whose answer nobody needs; its failure is told by the next one somebody waits for, at the latest by `commit`. */
  send(statement: BoundStatement): void {
    this.query(statement).catch(() => undefined);
  }

  /** Like `send`, for what may go before the rows that are gathered: it neither reads nor changes what they store. */
  sendAhead(statement: BoundStatement): void {
    this.#post(statement).catch(() => undefined);
  }

  /**
   * The transaction's last statement, with the commit sent behind it before either is answered. The statement has to do nothing where its answer is no
   * reason to commit. `commit` tells what became of it.
   */
  last(statement: BoundStatement): Promise<QueryResult> {
    const answer = this.query(statement);
    this.#end().catch(() => undefined);
    return answer;
  }

  /** @throws when anything in it has failed: PostgreSQL then answers a commit by rolling back, without an error */
  async commit(): Promise<void> {
    const { command } = await this.#end();
    if (command !== 'COMMIT') throw this.#failure ?? new Error(`a commit was answered by ${command}`);
    this.#client.release();
  }

  #end(): Promise<QueryResult> {
    this.#ending ??= this.query({ text: 'commit', values: [], name: undefined });
    return this.#ending;
  }

  /** Ends it without effect, or waits for the end it has had. A connection on which even that fails is not used again. */
  async rollback(): Promise<void> {
    try {
      await (this.#ending ?? this.#client.query('rollback'));
      this.#client.release();
    } catch (error) {
      this.#client.release(error instanceof Error ? error : true);
    }
  }
}

/** All variables at once; one column is less to describe and to read than one for each. */
function scopeStatement(variables: Readonly<Record<string, string>>): BoundStatement {
  const names = Object.keys(variables);
  const calls = names.map((name, index) => `set_config(${escapeLiteral(name)}, $${index + 1}, true)`);
  const text = `select num_nulls(${calls.join(', ')})`;
  return { text, values: Object.values(variables), name: `scope_${names.length}` };
}

/** The connection's socket, which pg does not speak of. */
function streamOf(client: PoolClient): Writable | undefined {
  const stream: unknown = Reflect.get(Object(Reflect.get(client, 'connection')), 'stream');
  return stream instanceof Writable ? stream : undefined;
}
