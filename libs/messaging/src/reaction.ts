import type { Envelope, EventKind } from '@yitu/contracts';
import type { UnitOfWork } from '@yitu/persistence';

/** What a service does after a message. */
export interface Reaction {
  readonly kind: EventKind<unknown>;
  /** Whether `prepare` asks or acts outside: then its message is not held up by others, nor holds them up. */
  readonly asks: boolean;
  /**
   * Questions to other services and effects outside the database, before the transaction; what it gives is passed to `apply`. It may run more than
   * once for one message.
   */
  prepare(data: unknown, envelope: Envelope): Promise<unknown>;
  /** The effect, in one transaction with the inbox row. */
  apply(uow: UnitOfWork, data: unknown, envelope: Envelope, prepared: unknown): Promise<void> | void;
}

/** A reaction that needs nothing but its own database. */
export function reaction<Data>(
  kind: EventKind<Data>,
  apply: (uow: UnitOfWork, data: Data, envelope: Envelope) => Promise<void> | void,
): Reaction {
  const nothing = () => Promise.resolve(undefined);
  return {
    ...preparedReaction(kind, nothing, (uow, data, envelope) => apply(uow, data, envelope)),
    asks: false,
  };
}

/** A reaction that first asks or acts outside the database. @throws for a hint: it is stored nowhere, so no consumer would ever be given one */
export function preparedReaction<Data, Prepared>(
  kind: EventKind<Data>,
  prepare: (data: Data, envelope: Envelope) => Promise<Prepared>,
  apply: (uow: UnitOfWork, data: Data, envelope: Envelope, prepared: Prepared) => Promise<void> | void,
): Reaction {
  if (kind.kind === 'hint') throw new Error(`${kind.type} is a hint: whoever wants it listens`);
  return {
    kind,
    asks: true,
    // The processor decodes a message by `kind` before it calls these two, so their data is of kind's type; a list of reactions can't say so.
    prepare: (data, envelope) => prepare(data as Data, envelope), // by `kind`
    apply: (uow, data, envelope, prepared) => apply(uow, data as Data, envelope, prepared as Prepared), // by `kind` and `prepare`
  };
}
