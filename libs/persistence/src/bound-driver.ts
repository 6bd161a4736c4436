import { isRaw } from '@mikro-orm/core';
import { NativeQueryBuilder, PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql';
import type { Pool, PoolConfig, QueryResult } from 'pg';
import { boundStatement } from './bound-statement.ts';
import type { Transaction } from './transaction.ts';

type Execute = Parameters<PostgreSqlConnection['execute']>;

/**
 * The ORM's way to PostgreSQL, with values bound instead of written into the text, so that a statement is parsed and planned once a connection, and
 * on the unit of work's transaction.
 */
class BoundConnection extends PostgreSqlConnection {
  #pool: Pool | undefined;

  override createKyselyDialect(
    overrides: PoolConfig,
  ): ReturnType<PostgreSqlConnection['createKyselyDialect']> {
    return super.createKyselyDialect({ ...overrides, pipeline: true });
  }

  /** Transactions are opened by the unit of work, which gives the ORM's entity manager its own. */
  override begin(): never {
    throw new Error('a transaction begins with a command or a query');
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
    const statement = boundStatement(sql, params);
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

const ours = (transaction: unknown) => transaction as Transaction; // the unit of work gave it

/** The number of changed rows, under the name the ORM asks for it. */
const asOrmResult = ({ rows, rowCount }: QueryResult) => ({ rows, numAffectedRows: rowCount ?? 0 });

/** To be given to the ORM as its `driver`. */
export class BoundDriver extends PostgreSqlDriver {
  protected override readonly connection = new BoundConnection(this.config);
}
