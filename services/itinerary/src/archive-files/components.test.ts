import { describe, expect, it } from 'vitest';
import { checkCompleteness } from './close-archive-file/decide.ts';
import { components, componentsOf, type Component, type Facts } from './components.ts';
import { retainUntil, type Retention } from './retention.ts';

const at = (day: number) => Temporal.Instant.from(`2026-07-0${day}T00:00:00Z`);
const paper = (reference: string, day: number) => ({ reference, since: at(day) });
const order = (orderId: string, heads: number, travellerIds: string[]) => ({
  orderId,
  heads,
  travellerIds,
  listedSince: at(1),
});
const facts: Facts = {
  orders: [order('a', 2, ['ming', 'hong']), order('b', 1, ['li'])],
  contracts: new Map([
    ['a', paper('HT-1', 3)],
    ['b', paper('HT-2', 2)],
  ]),
  plan: paper('plan', 1),
  sheet: paper('DL-0701', 1),
  reservations: [
    { serviceKind: 'ground-agent', ...paper('GA-1', 2) },
    { serviceKind: 'vehicle', ...paper('V-1', 2) },
    { serviceKind: 'vehicle', ...paper('V-2', 4) },
    { serviceKind: 'hotel', ...paper('H-1', 4) },
  ],
  feedback: [paper('survey', 5)],
  settlement: undefined,
};
const stateOf = (component: Component, changes: Partial<Facts> = {}) =>
  componentsOf({ ...facts, ...changes }).find((one) => one.component === component);

describe('the components of an archive file', () => {
  it('are always twelve, each present with its reference or missing', () => {
    const states = componentsOf(facts);
    expect(states.map(({ component }) => component)).toEqual(components);
    expect(components).toHaveLength(12);
    expect(states.filter(({ state }) => state === 'missing').map(({ component }) => component)).toEqual([
      'insurance',
      'attachments',
      'guide-report',
      'partner-contracts',
      'settlement',
    ]);
    expect(stateOf('vehicle-contracts')).toEqual({
      component: 'vehicle-contracts',
      state: 'present',
      reference: 'V-1, V-2',
      since: at(4).toString(),
    });
  });

  it('have the contract once every order of the trip has a signed one, since the last of them', () => {
    expect(stateOf('contract')).toMatchObject({ reference: 'HT-1, HT-2', since: at(3).toString() });
    expect(stateOf('contract', { contracts: new Map([['a', paper('HT-1', 3)]]) })?.state).toBe('missing');
    expect(stateOf('contract', { orders: [] })?.state).toBe('missing');
  });

  it('have the passenger list once everybody who travels is named', () => {
    expect(stateOf('passenger-list')).toMatchObject({ reference: '3', state: 'present' });
    expect(stateOf('passenger-list', { orders: [order('a', 2, ['ming'])] })?.state).toBe('missing');
  });
});

describe('closing an archive file', () => {
  it('needs exactly the missing parts and a reason, or nothing missing', () => {
    const check = (missing: Component[], acknowledgeMissing: Component[], reason?: string) => () =>
      checkCompleteness(missing, { acknowledgeMissing, reason });
    const code = 'itinerary/archive-file-incomplete';
    expect(check([], [])).not.toThrow();
    expect(check(['insurance'], ['insurance'], 'domestic')).not.toThrow();
    expect(check(['insurance'], ['insurance'])).toThrow(code);
    expect(check(['insurance'], [], 'domestic')).toThrow(code);
    expect(check(['insurance'], ['insurance', 'contract'], 'domestic')).toThrow(code);
    expect(check([], ['contract'], 'domestic')).toThrow(code);
  });
});

describe('the last day a file must be kept', () => {
  // every component has its years
  const years = Object.fromEntries(components.map((component) => [component, 3])) as Record<
    Component,
    number
  >;
  const retention: Retention = { ...years, settlement: 30 };

  it('is the end of a year, the longest retention of any part that is there counted from the year of closing', () => {
    expect(retainUntil('2026-07-10', ['contract', 'itinerary'], retention)).toBe('2029-12-31');
    expect(retainUntil('2026-01-01', ['contract', 'settlement'], retention)).toBe('2056-12-31');
  });
});
