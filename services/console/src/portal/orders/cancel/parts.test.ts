import { describe, expect, it } from 'vitest';
import { asPart, partsOf } from './parts.ts';

type Ordered = Parameters<typeof partsOf>[0];

const line = (category: Ordered['lines'][number]['category'], count: number, place = 0) => ({
  ...{ category, count, place, text: null },
});
const keys = (order: Ordered) => partsOf(order).map(({ key }) => key);

describe('what of an order goes by itself', () => {
  it('is everybody by name, one of those without, a room alone and each extra', () => {
    const order: Ordered = {
      lines: [line('adult', 3), line('infant', 1), line('single-supplement', 1), line('quoted-extras', 2, 1)],
      travellers: [
        { travellerId: 'wang', category: 'adult' },
        { travellerId: 'baby', category: 'infant' },
      ],
      seats: 3,
    };
    expect(keys(order)).toEqual(['wang', 'adult', 'baby', 'single-supplement 0', 'quoted-extras 1']);
    const [wang, , , room, extra] = partsOf(order).map(asPart);
    expect(wang).toMatchObject({ category: 'adult', count: 1, travellerIds: ['wang'], singleRooms: 0 });
    expect(room).toMatchObject({ category: 'single-supplement', count: 1, travellerIds: [] });
    expect(extra).toMatchObject({ category: 'quoted-extras', place: 1, count: 2 });
  });

  it('is nobody who has the last seat: that is the whole order', () => {
    expect(keys({ lines: [line('adult', 1), line('infant', 1)], travellers: [], seats: 1 })).toEqual([
      'infant',
    ]);
  });

  it('takes a room along that nobody would be left for', () => {
    const lines = [line('adult', 2), line('single-supplement', 2)];
    expect(partsOf({ lines, travellers: [], seats: 2 })[0]).toMatchObject({ key: 'adult', singleRooms: 1 });
  });
});
