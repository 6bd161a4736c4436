import type { ChangeSet, EventSubscriber } from '@mikro-orm/core';

/** Whoever wants to know what an entity manager writes. */
interface Observer {
  observe(changes: readonly ChangeSet<object>[]): void;
}

const observers = new WeakMap<object, Observer>();

/** Tells an observer of every flush of an entity manager, also of one in the middle of the work. */
export function observeFlushes(em: object, observer: Observer): void {
  observers.set(em, observer);
}

/** For the ORM's list of subscribers. */
export const flushSubscriber: EventSubscriber = {
  onFlush: ({ em, uow }) => observers.get(em)?.observe(uow.getChangeSets()),
};
