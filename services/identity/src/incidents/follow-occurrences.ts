import { events, type Envelope } from '@yitu/contracts';
import { reaction } from '@yitu/messaging';
import type { UnitOfWork } from '@yitu/persistence';
import { countOccurrence, type Occurrence } from './count-occurrence/count-occurrence.ts';

type Counted = Pick<Occurrence, 'kind' | 'amount'> & Partial<Pick<Occurrence, 'personId' | 'objectId'>>;

const count = (uow: UnitOfWork, counted: Counted, { id, time }: Envelope) =>
  countOccurrence(uow, { personId: null, objectId: null, ...counted, eventId: id, at: time });

/** What rules count comes as events, identity's own among them: they count the same whoever told them. */
export const followOccurrences = [
  reaction(events.userLockedOut, (uow, { userId: personId, failures }, envelope) =>
    count(uow, { kind: 'failed-sign-ins', personId, amount: Math.max(1, failures) }, envelope),
  ),
  reaction(events.agencySignInsFailing, (uow, { failures }, envelope) =>
    count(uow, { kind: 'sign-ins-failing', amount: Math.max(1, failures) }, envelope),
  ),
  reaction(events.documentRevealed, (uow, { userId: personId, documentId: objectId }, envelope) =>
    count(uow, { kind: 'document-reveals', personId, objectId, amount: 1 }, envelope),
  ),
  reaction(events.bankAccountRevealed, (uow, { userId: personId, bankAccountId: objectId }, envelope) =>
    count(uow, { kind: 'document-reveals', personId, objectId, amount: 1 }, envelope),
  ),
  reaction(events.auditExported, (uow, { userId: personId, entries }, envelope) =>
    count(uow, { kind: 'large-export', personId, amount: Math.max(1, entries) }, envelope),
  ),
  reaction(events.sessionEnded, async (uow, { userId: personId, reason }, envelope) => {
    if (reason === 'token-reuse') await count(uow, { kind: 'token-reuse', personId, amount: 1 }, envelope);
  }),
];
