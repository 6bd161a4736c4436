import type { History } from '../history/history.ts';
import type { Operation, Outcome } from '../history/operation.ts';
import type { LoadedAgency } from './agency.ts';
import type { OrderOperation, Seller } from './operations.ts';
import { send, type Sending, type Sent } from './send.ts';

/** Whom to ask, for whom, and where it is noted. */
export interface Performing {
  readonly origin: string;
  readonly agency: LoadedAgency;
  readonly history: History;
}

export type Done = Omit<Operation, 'name' | 'event' | 'startedAtMs' | 'endedAtMs'>;

interface Job {
  readonly id: string;
  readonly client: number;
  /** How often it is sent at once. */
  readonly times: number;
  readonly asked: Sending['asked'];
  readonly operation: Pick<OrderOperation, 'name' | 'event' | 'by' | 'claim'>;
  readonly orderId?: string;
  /** Who sold the order it is done to, where it is up to them. */
  readonly seller?: Seller;
}

/** Asks once, or twice at the same time, and notes what came of it. */
export async function perform({ origin, agency, history }: Performing, job: Job): Promise<Done> {
  const { id, client, times, asked, operation, orderId, seller = 'sales' } = job;
  const { name, event, by, claim } = operation;
  const about = { id, name, client, ...(orderId !== undefined && { orderId }) };
  const startedAtMs = history.now();
  history.invoked(about);
  const sending = {
    origin,
    account: agency.people[by === 'seller' ? seller : by],
    asked,
    key: id,
    now: () => history.now(),
  };
  const all = await Promise.all(Array.from({ length: times }, () => send(sending)));
  const done = {
    ...about,
    outcome: outcomeOf(all),
    attempts: all.flatMap(({ attempts }) => attempts),
    claims: all.filter(({ outcome }) => outcome === 'ok').map(({ answer }) => claim(answer)),
  };
  history.completed({ ...done, event, startedAtMs, endedAtMs: history.now() });
  return done;
}

/** Of two equal requests one answer is enough to know. */
function outcomeOf(all: readonly Sent[]): Outcome {
  if (all.some(({ outcome }) => outcome === 'ok')) return 'ok';
  return all.some(({ outcome }) => outcome === 'unknown') ? 'unknown' : 'failed';
}
