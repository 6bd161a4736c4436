import { describe, expect, it } from 'vitest';
import { isKnown, nearest, permissionNames } from './permission-names.ts';
import { requirePermission } from './permissions.ts';
import type { Person } from './principal.ts';

const nobody: Person = {
  ...{ kind: 'person', agencyId: 'a', userId: 'u', sessionId: 's', branchId: 'b', branchIds: [] },
  ...{ grants: [], denials: [] },
};

describe('the name of a permission', () => {
  it('is said to whoever lacks it, in their language, with the code beside it', () => {
    const refusal = { code: 'access/forbidden', status: 403 };
    const texts = {
      zh: '您没有“审核订单”权限（booking.order.approve）。',
      en: 'You may not approve orders: you lack the permission booking.order.approve.',
    };
    expect(() => requirePermission(nobody, 'booking.order.approve')).toThrow(
      expect.objectContaining({ ...refusal, texts }) as Error,
    );
  });

  it('is another one for each permission, in both languages', () => {
    const names = Object.values(permissionNames);
    expect(new Set(names.map(({ zh }) => zh)).size).toBe(names.length);
    expect(new Set(names.map(({ en }) => en)).size).toBe(names.length);
  });
});

describe('a permission that does not exist', () => {
  it('is told from those that do, patterns too', () => {
    expect(['booking.order.approve', 'booking.*.read', '*.*.*'].every(isKnown)).toBe(true);
    expect(['booking.order.aprove', 'booking.ordre.*', 'cars.*.*'].some(isKnown)).toBe(false);
  });

  it('is answered with those spelled most like it', () => {
    expect(nearest('booking.order.aprove', 1)).toEqual(['booking.order.approve']);
    expect(nearest('crm.custmer.read', 1)).toEqual(['crm.customer.read']);
  });
});
