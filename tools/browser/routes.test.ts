import { describe, expect, it } from 'vitest';
import { declaredRoutes, routeOf } from './routes.ts';

describe('the routes of the console', () => {
  it('are those of staff and those of customers', () => {
    expect(declaredRoutes()).toEqual(
      expect.arrayContaining([
        '/',
        '/sign-in',
        '/orders/$orderId',
        '/portal',
        '/portal/orders/$orderId/cancel',
      ]),
    );
  });

  it('are found by an address, whatever it asks; a word goes before anything', () => {
    const routes = ['/', '/users', '/users/$userId', '/users/invitations', '/portal/users/$userId'];
    expect(routeOf('/users?role=sales', routes)).toBe('/users');
    expect(routeOf('/users/7', routes)).toBe('/users/$userId');
    expect(routeOf('/users/invitations', routes)).toBe('/users/invitations');
    expect(routeOf('/elsewhere', routes)).toBeUndefined();
  });
});
