import { describe, expect, it } from 'vitest';
import { incidentStates, refuseClosed, type IncidentState } from '../incident.ts';
import { decideMove, type Move } from './decide.ts';

const now = Temporal.Instant.from('2026-05-01T08:00:00Z');
const earlier = now.subtract({ hours: 2 });

describe('moving an incident', () => {
  it.each<[Move, readonly IncidentState[], IncidentState]>([
    ['investigate', ['open', 'contained'], 'investigating'],
    ['contain', ['investigating'], 'contained'],
    ['close', ['contained'], 'closed'],
    ['reopen', ['closed'], 'investigating'],
  ])('%s goes from %j to %s and from nowhere else', (move, from, to) => {
    const others = incidentStates.filter((state) => !from.includes(state));
    expect(from.map((state) => decideMove({ state }, move, now).state)).toEqual(from.map(() => to));
    for (const state of others)
      expect(() => decideMove({ state }, move, now)).toThrow('identity/incident-wrong-state');
  });

  it('notes when it was contained and closed, and forgets it when that turns out untrue', () => {
    expect(decideMove({ state: 'investigating' }, 'contain', now)).toMatchObject({
      containedAt: now,
      closedAt: null,
    });
    expect(decideMove({ state: 'contained', containedAt: earlier }, 'close', now)).toMatchObject({
      containedAt: earlier,
      closedAt: now,
    });
    expect(decideMove({ state: 'closed', containedAt: earlier }, 'reopen', now)).toMatchObject({
      containedAt: null,
      closedAt: null,
    });
  });

  it('changes nothing of a closed one', () => {
    expect(() => refuseClosed({ state: 'closed' })).toThrow('identity/incident-wrong-state');
    expect(() => refuseClosed({ state: 'contained' })).not.toThrow();
  });
});
