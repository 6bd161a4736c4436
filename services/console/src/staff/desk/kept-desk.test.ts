import { describe, expect, it } from 'vitest';
import { keepingOf } from './kept-desk.ts';

const work = { step: 'price', customer: 'a', product: 'p', party: '2,0,0,0,0' } as const;

describe('what is under way at the desk', () => {
  it('is kept while it goes on', () => {
    expect(keepingOf({ product: 'p' }, undefined, false)).toBe('keep');
    expect(keepingOf({ ...work, customer: 'b' }, work, true)).toBe('keep');
  });

  it('comes back when somebody comes by the menu', () => {
    expect(keepingOf({}, work, false)).toBe('restore');
    expect(keepingOf({}, work, true)).toBe('restore');
  });

  it('is nothing where nothing was begun', () => expect(keepingOf({}, undefined, false)).toBe('nothing'));

  it('ends with the order', () => expect(keepingOf({ order: 'o', product: 'p' }, work, true)).toBe('forget'));

  it('does not end with an order that somebody comes back to, which is another one', () =>
    expect(keepingOf({ order: 'o', product: 'p' }, work, false)).toBe('nothing'));

  it.each([{ customer: 'b' }, { customer: 'a' }, { step: 'price', product: 'q', departure: 'd' }])(
    'is asked about where somebody comes by a link to something else: %j',
    (search) => expect(keepingOf(search, work, false)).toBe('ask'),
  );

  it('goes on where the address says all of it: a reload, or the way back', () => {
    expect(keepingOf(work, work, false)).toBe('keep');
    expect(keepingOf({ ...work, departure: 'd' }, work, false)).toBe('keep');
  });

  it('is not asked about where nothing but a customer was chosen', () =>
    expect(keepingOf({ customer: 'b' }, { customer: 'a' }, false)).toBe('keep'));
});
