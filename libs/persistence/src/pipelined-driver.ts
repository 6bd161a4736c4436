import { isRaw } from '@mikro-orm/core';
import { NativeQueryBuilder, PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { Pool, PoolConfig, QueryResult } from 'pg';
import { boundStatement } from './bound-statement.ts';
import { Transaction } from './transaction.ts';

type OrmTransaction = Awaited<ReturnType<PostgreSqlConnection['begin']>>;
type Begin = NonNullable<Parameters<PostgreSqlConnection['begin']>[0]>;
type Execute = Parameters<PostgreSqlConnection['execute']>;

/**
 * The ORM's way to PostgreSQL with three things changed. Values are bound, not written into the text, so that a statement is parsed and planned once
 * a connection; a transaction's beginning and its row security travel with its first statement; statements do not wait for the one before.
 */
class PipelinedConnection extends PostgreSqlConnection {
  #pool: Pool | undefined;

  override createKyselyDialect(
    overrides: PoolConfig,
  ): ReturnType<PostgreSqlConnection['createKyselyDialect']> {
    return super.createKyselyDialect({ ...overrides, pipeline: true });
  }

  override async begin({ readOnly = false, sessionContext, ctx }: Begin = {}): Promise<OrmTransaction> {
    if (ctx) throw new Error('a unit of work is one transaction: there are none inside of it');
    const variables: Record<string, string> = {};
    for (const [name, value] of Object.entries(sessionContext?.variables ?? {}))
      variables[name] = String(value);
    const transaction = await Transaction.begin(await this.#native(), { readOnly, variables });
    return transaction as unknown as OrmTransaction; // the ORM only hands it back to us
  }

  override commit(transaction: OrmTransaction): Promise<void> {
    return ours(transaction).commit();
  }

  override rollback(transaction: OrmTransaction): Promise<void> {
    return ours(transaction).rollback();
  }

  override execute<Result>(
    query: Execute[0],
    parameters: Execute[1] = [],
    method: Execute[2] = 'all',
    transaction?: Execute[3],
  ): Promise<Result> {
    const { sql, params } =
      query instanceof NativeQueryBuilder
        ? query.toRaw()
        : isRaw(query)
          ? query
          : { sql: query, params: parameters };
    if (!Array.isArray(params)) throw new Error('parameters are given in their order, not by name');
    const statement = boundStatement(sql, params, isRaw, (name) => this.platform.quoteIdentifier(name));
    return this.executeQuery(sql, async () => {
      const { text, values, name } = statement;
      const result = transaction
        ? await ours(transaction).query(statement)
        : await (await this.#native()).query({ text, values: [...values], ...(name && { name }) });
      return this.transformRawResult<Result>(asOrmResult(result), method);
    });
  }

  async #native(): Promise<Pool> {
    this.#pool ??= await this.getNativeClient();
    return this.#pool;
  }
}

const ours = (transaction: unknown) => transaction as Transaction; // see begin()

/** The number of changed rows, under the name the ORM asks for it. */
const asOrmResult = ({ rows, rowCount }: QueryResult) => ({ rows, numAffectedRows: rowCount ?? 0 });

/** To be given to the ORM as its `driver`. */
export class PipelinedDriver extends PostgreSqlDriver {
  protected override readonly connection = new PipelinedConnection(this.config);
}
