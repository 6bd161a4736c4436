import { expect, test } from 'vitest';
import { places } from './places.ts';
import { listedAlone } from './task-kinds.ts';

test('all who depart within a week are those of the days that are counted, over the end of a month too', () => {
  expect(places['order-departing']?.all('2026-12-28')).toBe(
    '/orders?state=confirmed&departsFrom=2026-12-28&departsUntil=2027-01-04',
  );
});

test('what is to be approved and what is to be paid are two lists', () => {
  const all = (kind: string) => places[kind]?.all('2026-12-28');
  expect(all('refund-to-approve')).toBe('/refunds?state=awaiting-approval');
  expect(all('refund-to-pay')).toBe('/refunds?state=due');
});

test('an offer of the waiting list leads to where it is', () => {
  expect(places['waiting-offer']?.one('7')).toBe('/waiting-entries/7');
});

test('what no other list shows exactly is listed by the service that counts it', () => {
  const alone = Object.entries(places).filter(([, { all }]) => all('2026-12-28').startsWith('/tasks/'));
  expect(alone.map(([kind]) => kind).toSorted()).toEqual(Object.values(listedAlone).flat().toSorted());
  expect(alone.map(([kind, { all }]) => all('2026-12-28') === `/tasks/${kind}`)).not.toContain(false);
});
