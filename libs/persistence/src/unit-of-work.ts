import { accessErrors, actorOf, type Member } from '@yitu/access';
import type { EventKind } from '@yitu/contracts';
import {
  LockMode,
  type ChangeSet,
  type EntityClass,
  type EntitySchema,
  type FilterQuery,
} from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Transaction } from './transaction.ts';
import { boundStatement } from './bound-statement.ts';
import { auditEntry, mergedEntry, type AuditEntry } from './audit.ts';
import type { Call } from './call.ts';
import { requestErrors } from './errors.ts';
import { observeFlushes } from './flushes.ts';
import { outboxRow, type Hint, type OutboxRow } from './outbox-row.ts';
import { recordsStatement, type Change } from './records.ts';
import { unrecordedTables, writtenTables } from './statements.ts';

/** An object with a place in its own sequence of events. */
export interface Aggregate {
  readonly id: string;
  version: number;
}

/** What is to be made known after a commit. */
export interface News {
  /** Messages wait in the outbox. */
  readonly published: boolean;
  readonly hints: readonly Hint[];
}

type Kind<Entity extends object> = EntityClass<Entity> | EntitySchema<Entity>;

/**
 * One transaction of one caller: what it changes, the events it publishes, its audit records and the answer to its idempotency key are stored
 * together or not at all.
 */
export class UnitOfWork {
  readonly member: Member;
  readonly now: Temporal.Instant;
  readonly #transaction: Transaction;
  readonly #call: Call;
  #em: EntityManager | undefined;
  readonly #action: string;
  readonly #outbox: OutboxRow[] = [];
  readonly #hints: Hint[] = [];
  readonly #audit: AuditEntry[] = [];
  readonly #published = new Set<object>();
  readonly #changed = new Map<object, AuditEntry>();
  /** Tables that statements have written and that want a record. */
  readonly #written = new Set<string>();
  /** Whether a statement has written anything at all. */
  #writes = false;
  #fourEyesKept = false;
  #concluded = false;
  /** Whom audit records name. */
  #actor: { readonly actor: string; readonly branchId: string | null };

  constructor(transaction: Transaction, member: Member, call: Call, action: string) {
    this.#transaction = transaction;
    this.member = member;
    this.now = call.clock.now();
    this.#call = call;
    this.#action = action;
    this.#actor = { actor: actorOf(member), branchId: member.kind === 'person' ? member.branchId : null };
  }

  /** The ORM on this transaction, for entities; made when it is first asked for. */
  get em(): EntityManager {
    if (this.#em) return this.#em;
    this.#checkOpen();
    const em = this.#call.database.em.fork();
    em.setTransactionContext(this.#transaction);
    observeFlushes(em, this);
    this.#em = em;
    return em;
  }

  /** The service's schema. */
  get schema(): string {
    return this.#call.database.service;
  }

  get agencyId(): string {
    return this.member.agencyId;
  }

  /** The id of the acting person. @throws for a service or a link holder: a caller's mistake in wiring, not in input */
  get userId(): string {
    if (this.member.kind !== 'person')
      throw new Error(`${this.#action} needs a person, not ${this.member.kind}`);
    return this.member.userId;
  }

  /** The one entity of this agency that fits. @throws request/not-found also where row security hides it */
  async get<Entity extends object>(kind: Kind<Entity>, where: string | FilterQuery<Entity>): Promise<Entity> {
    const found = await this.em.findOne(kind, this.#within(where));
    if (!found) throw requestErrors.notFound();
    return found;
  }

  /**
   * The entity, locked until the transaction ends.
   * @param version what the caller read last (If-Match); left out where the caller has not read it, as in a reaction to an event
   * @throws request/not-found, request/stale-version
   */
  async lock<Entity extends object>(
    kind: Kind<Entity>,
    where: string | FilterQuery<Entity>,
    version?: number,
  ): Promise<Entity> {
    const found = await this.em.findOne(kind, this.#within(where), { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!found) throw requestErrors.notFound();
    const current: unknown = Reflect.get(found, 'version');
    if (version !== undefined && current !== version)
      throw requestErrors.staleVersion({ current: Number(current) });
    return found;
  }

  /** Entities of this agency that row security lets the caller see. */
  async find<Entity extends object>(kind: Kind<Entity>, where: FilterQuery<Entity>): Promise<Entity[]> {
    return (await this.em.find(kind, this.#within(where))) as Entity[]; // nothing is populated, so Loaded<Entity> is Entity
  }

  /**
   * Four eyes: whoever made something is not the one who approves it. For operations that declare `fourEyes`, and for no others.
   * @param makers ids of the users who made what is approved
   * @throws access/four-eyes
   */
  requireOther(...makers: readonly string[]): void {
    if (!this.#call.fourEyes)
      throw new Error(`${this.#action} asks who made something, but does not declare fourEyes`);
    this.#fourEyesKept = true;
    if (makers.includes(this.userId)) throw accessErrors.fourEyes();
  }

  /** Stores a new entity with the transaction; its agency is the caller's. */
  add<Entity extends object>(entity: Entity): Entity {
    this.em.persist(entity);
    return entity;
  }

  /**
   * Rows of a statement; `?` are its parameters. Row security applies. A statement that writes goes past the records made of changed entities:
   * it wants a record by `audit`, unless its table is among the database's `unrecorded` ones.
   */
  rows<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    this.#note(sql);
    return this.#transaction.rows<Row>(sql, parameters);
  }

  /** Like `rows`, for a statement nobody needs rows of, and without waiting for it: what fails is told by the next statement, at the latest by the commit. */
  send(sql: string, parameters: readonly unknown[] = []): void {
    this.#note(sql);
    this.#transaction.send(boundStatement(sql, parameters));
  }

  /**
   * Stores a row together with those of other messages that are applied with this one. The statement takes rows with their `agency_id` as the JSON array
   * that is its only `?`. @param key of the thing the row is about: what is stored of it keeps its order
   */
  gather(sql: string, row: object, key: string): void {
    this.#note(sql);
    this.#transaction.gather(sql, { agency_id: this.agencyId, ...row }, key);
  }

  /**
   * Publishes a fact about an aggregate with this transaction and moves the aggregate to its next version: each event of an aggregate has the
   * version after the one before, without gaps, so that consumers can keep the order.
   */
  publish<Data>(aggregate: Aggregate, kind: EventKind<Data>, data: Data): void {
    aggregate.version += 1;
    this.#published.add(aggregate);
    this.#enqueue(aggregate.id, aggregate.version, kind, data, this.now);
  }

  /** Sends this service a message at a later moment; it waits in the outbox and stands in no sequence. */
  publishLater<Data>(aboutId: string, kind: EventKind<Data>, data: Data, at: Temporal.Instant): void {
    this.#enqueue(aboutId, 0, kind, data, at);
  }

  /**
   * Tells whoever listens just then, once the transaction is committed, and nobody later: nothing stores it. For what a page looks at again anyway, never
   * for what must take effect.
   */
  hint<Data>(aboutId: string, kind: EventKind<Data>, data: Data): void {
    this.#checkOpen();
    if (kind.kind !== 'hint') throw new Error(`${kind.type} is stored: it goes through the outbox`);
    const { agencyId, now } = this;
    this.#hints.push(outboxRow({ agencyId, aboutId, version: 0, at: now, now }, kind, data));
  }

  /** An audit record beside those made of changed entities: for a look at sensitive data, for a change made by a statement. */
  audit(entry: AuditEntry): void {
    this.#checkOpen();
    this.#audit.push(entry);
  }

  /** Who acted, for the audit records, where somebody shows who they are only within this transaction: a sign-in. What they may do stays as it is. */
  recordAs(actor: { readonly actor: string; readonly branchId: string | null }): void {
    this.#actor = actor;
  }

  /**
   * Makes the whole change by one statement that stores its records too, and commits: one way to PostgreSQL and back for all of it. For a unit of work
   * that has changed nothing before and does nothing after.
   * @param answer what the command is going to return, with the change's mark
   * @returns what the statement tells; where the change was not made nothing is stored
   */
  async conclude<Row extends object>(change: Change, answer: unknown): Promise<Row> {
    if (this.#em || this.#writes) throw new Error(`${this.#action} has changed something before`);
    this.#note(change.parts);
    this.#checkRecords();
    this.#concluded = true;
    const { rows } = await this.#transaction.last(this.#records(answer, change));
    return rows[0] as Row; // as the statement says
  }

  /**
   * Sends all that is left to write; the commit tells whether it was. Called once by the command, before the commit.
   * @returns what is to be made known after it
   */
  async complete(response: unknown): Promise<News> {
    if (this.#concluded) return { published: true, hints: this.#hints };
    await this.#em?.flush();
    this.#checkRecords();
    if (this.#outbox.length + this.#audit.length + this.#changed.size > 0 || this.#call.idempotency)
      this.#transaction.sendAhead(this.#records(response)); // rows may wait for those of the next message
    return { published: this.#outbox.length > 0, hints: this.#hints };
  }

  /** That nothing is stored without what has to be said about it. */
  #checkRecords(): void {
    if (this.#call.fourEyes && !this.#fourEyesKept)
      throw new Error(`${this.#action} declares fourEyes, but never asked who made what it approves`);
    for (const entity of this.#changed.keys())
      if ('version' in entity && !this.#published.has(entity))
        throw new Error(
          `${this.#action} changes ${entity.constructor.name} without publishing an event about it`,
        );
    if (this.#written.size > 0 && this.#audit.length === 0)
      throw new Error(`${this.#action} writes ${[...this.#written].join(', ')} without an audit record`);
  }

  /** Notes what a flush is about to write, whoever caused it: for the audit records. */
  observe(changes: readonly ChangeSet<object>[]): void {
    for (const set of changes) {
      const entry = auditEntry(set, this.#call.database.sensitive[set.meta.className] ?? []);
      const earlier = this.#changed.get(set.entity);
      this.#changed.set(set.entity, earlier ? mergedEntry(earlier, entry) : entry);
    }
  }

  #within<Entity extends object>(where: string | FilterQuery<Entity>): FilterQuery<Entity> {
    const filter = typeof where === 'string' ? { id: where } : (where as object); // callers give objects
    return { agencyId: this.agencyId, ...filter } as FilterQuery<Entity>; // every tenant entity has agencyId
  }

  #enqueue<Data>(
    aboutId: string,
    version: number,
    kind: EventKind<Data>,
    data: Data,
    at: Temporal.Instant,
  ): void {
    this.#checkOpen();
    if (kind.kind === 'hint') throw new Error(`${kind.type} is a hint: nothing stores it`);
    const { agencyId, now } = this;
    this.#outbox.push(outboxRow({ agencyId, aboutId, version, at, now }, kind, data));
  }

  /** That it has not concluded: what came afterwards would be no part of the transaction, and nothing would say so. */
  #checkOpen(): void {
    if (this.#concluded) throw new Error(`${this.#action} goes on after it has concluded`);
  }

  #note(sql: string): void {
    this.#checkOpen();
    this.#writes ||= writtenTables(sql).length > 0;
    for (const table of unrecordedTables(sql, this.#call.database.unrecorded)) this.#written.add(table);
  }

  #records(response: unknown, change?: Change) {
    const { database, remoteAddress, idempotency } = this.#call;
    const records = {
      ...{ member: this.member, action: this.#action, remoteAddress, now: this.now, ...this.#actor },
      ...{ outbox: this.#outbox, audit: [...this.#changed.values(), ...this.#audit] },
      answer: idempotency && { ...idempotency, response },
    };
    return recordsStatement(database.service, records, change);
  }
}
