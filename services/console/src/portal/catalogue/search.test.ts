import { beforeEach, describe, expect, it, vi } from 'vitest';

const asked = vi.hoisted(() => [] as Record<string, unknown>[]);
const pages = vi.hoisted(() => [] as { products: { id: string }[]; next: string | null }[]);
vi.mock('../../api/client.ts', () => ({
  api: {
    booking: {
      GET: (_path: string, { params }: { params: { query: Record<string, unknown> } }) => {
        asked.push(params.query);
        return pages.shift();
      },
    },
  },
  answer: (page: unknown) => Promise.resolve(page),
}));

const { chosenFilters, findProducts, firstPlace } = await import('./search.ts');

const page = (ids: string[], next: string | null) => ({ products: ids.map((id) => ({ id })), next });
const find = (search: object, place = firstPlace) =>
  findProducts(search, 'CNY', place, new AbortController().signal);

beforeEach(() => {
  asked.length = 0;
  pages.length = 0;
});

describe('what is found', () => {
  it('is what can be booked, page by page', async () => {
    pages.push(page(['a'], 'a'));
    const { products, next } = await find({ sort: 'price' });
    expect(products.map(({ id }) => id)).toEqual(['a']);
    expect(next).toEqual({ bookable: true, after: 'a' });
    expect(asked).toMatchObject([{ bookable: true, sort: 'price' }]);
  });

  it('is the rest after that, which has no price to go by', async () => {
    pages.push(page(['b'], null), page(['gone'], 'gone'));
    const { products, next } = await find({ sort: 'price' }, { bookable: true, after: 'a' });
    expect(products.map(({ id }) => id)).toEqual(['b', 'gone']);
    expect(next).toEqual({ bookable: false, after: 'gone' });
    expect(asked).toMatchObject([
      { bookable: true, after: 'a' },
      { bookable: false, sort: 'newest' },
    ]);
    expect(asked[1]).not.toHaveProperty('after');
    pages.push(page(['older'], null));
    expect((await find({}, { bookable: false, after: 'gone' })).next).toBeNull();
  });

  it('counts filters, and nothing else the address says', () => {
    const search = { text: '桂林', sort: 'price', city: '桂林', agency: 'yunqi' };
    expect(chosenFilters(search)).toBe(1);
  });
});
