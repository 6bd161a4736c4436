import { startCollector } from '@yitu/messaging';
import type { Foundation } from '@yitu/runtime';
import { appendEntries } from './append-entries.ts';
import { startSigning, type Signing } from './sign-checkpoints.ts';

/** What keeps the audit trail: gathers the records of all services into the chains, and signs their heads. */
export const auditTrail = (foundation: Foundation, signing: Signing) => [
  () =>
    startCollector({
      ...foundation,
      store: (agencyId, messages) => appendEntries(foundation, agencyId, messages),
    }),
  () => startSigning(foundation, signing),
];
