import { describe, expect, it } from 'vitest';
import { matches } from './patterns.ts';
import { reachOf, requirePermission } from './permissions.ts';
import type { Grant, Person } from './principal.ts';

const person = (grants: Grant[], denials: string[] = []): Person => ({
  ...{ kind: 'person', agencyId: 'a', userId: 'u', sessionId: 's', branchId: 'b', branchIds: ['b'] },
  grants,
  denials,
});

describe('a permission', () => {
  it('is covered by itself and by patterns of the same length', () => {
    expect(matches('booking.order.approve', 'booking.order.approve')).toBe(true);
    expect(matches('booking.*.*', 'booking.order.approve')).toBe(true);
    expect(matches('*.*.read', 'booking.order.read')).toBe(true);
    expect(matches('booking.order.read', 'booking.order.approve')).toBe(false);
    expect(matches('booking.*', 'booking.order.approve')).toBe(false);
  });

  it('goes as far as the widest of several grants', () => {
    const grants: Grant[] = [
      { permission: 'booking.order.read', reach: 'own' },
      { permission: 'booking.*.*', reach: 'agency' },
      { permission: 'booking.order.*', reach: 'branch' },
    ];
    expect(reachOf(person(grants), 'booking.order.read')).toBe('agency');
  });

  it('is gone once it is denied, whatever is granted', () => {
    const grants: Grant[] = [{ permission: '*.*.*', reach: 'agency' }];
    expect(reachOf(person(grants, ['booking.order.approve']), 'booking.order.approve')).toBeUndefined();
    expect(reachOf(person(grants, ['booking.order.approve']), 'booking.order.read')).toBe('agency');
  });

  it('of a link holder is the one of the link', () => {
    const holder = {
      kind: 'link',
      agencyId: 'a',
      permission: 'itinerary.contract.sign',
      objectId: 'c',
    } as const;
    expect(reachOf(holder, 'itinerary.contract.sign')).toBe('agency');
    expect(reachOf(holder, 'itinerary.contract.read')).toBeUndefined();
  });

  it('is not for anybody outside of an agency', () => {
    expect(() => requirePermission({ kind: 'anonymous' }, 'booking.order.read')).toThrow(
      'access/unauthenticated',
    );
    expect(() => requirePermission({ kind: 'operator' }, 'booking.order.read')).toThrow(
      'access/unauthenticated',
    );
  });
});
