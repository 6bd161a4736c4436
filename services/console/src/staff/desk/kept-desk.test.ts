import { describe, expect, it } from 'vitest';
import { keepingOf } from './kept-desk.ts';

describe('what is under way at the desk', () => {
  it('is kept while it goes on', () => expect(keepingOf({ product: 'p' }, false)).toBe('keep'));

  it('comes back when somebody comes by the menu', () => expect(keepingOf({}, true)).toBe('restore'));

  it('is nothing where nothing was begun', () => expect(keepingOf({}, false)).toBe('nothing'));

  it('ends with the order', () => expect(keepingOf({ order: 'o', product: 'p' }, true)).toBe('forget'));
});
