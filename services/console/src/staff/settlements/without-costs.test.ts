import { expect, it } from 'vitest';
import { withoutCosts } from './without-costs.ts';

const lunch = {
  ...{ supplierId: 's1', supplierName: '湖滨饭店', serviceKind: 'restaurant', state: 'confirmed' },
};

it('misses the cost of what a supplier has confirmed', () => {
  expect(withoutCosts([lunch], [])).toEqual([lunch]);
  expect(withoutCosts([lunch], [{ ...lunch, serviceKind: 'hotel' }])).toEqual([lunch]);
  expect(withoutCosts([lunch], [{ ...lunch, supplierId: 's2' }])).toEqual([lunch]);
});

it('finds it by the supplier on file, or by the name where one of them has none', () => {
  expect(withoutCosts([lunch], [{ ...lunch, supplierName: '湖滨' }])).toEqual([]);
  expect(withoutCosts([lunch], [{ ...lunch, supplierId: null, supplierName: '湖滨饭店 ' }])).toEqual([]);
});

it('asks for no cost of what was not confirmed', () =>
  expect(withoutCosts([{ ...lunch, state: 'requested' }], [])).toEqual([]));
