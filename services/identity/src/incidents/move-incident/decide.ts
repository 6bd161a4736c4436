import { incidentErrors } from '../errors.ts';
import type { IncidentState } from '../incident.ts';

/** What a person does with an incident. */
export type Move = 'investigate' | 'contain' | 'close' | 'reopen';

const moves: Readonly<Record<Move, { from: readonly IncidentState[]; to: IncidentState }>> = {
  // What turns out not to be contained is investigated again.
  investigate: { from: ['open', 'contained'], to: 'investigating' },
  contain: { from: ['investigating'], to: 'contained' },
  close: { from: ['contained'], to: 'closed' },
  reopen: { from: ['closed'], to: 'investigating' },
};

/** Where an incident stands, and since when. */
export interface Standing {
  readonly state: IncidentState;
  readonly containedAt?: Temporal.Instant | null | undefined;
}

/** @returns state and times after the move @throws identity/incident-wrong-state */
export function decideMove({ state, containedAt }: Standing, move: Move, now: Temporal.Instant) {
  const { from, to } = moves[move];
  if (!from.includes(state)) throw incidentErrors.incidentWrongState({ state });
  return {
    state: to,
    containedAt: to === 'contained' ? now : to === 'closed' ? (containedAt ?? null) : null,
    closedAt: to === 'closed' ? now : null,
  };
}
