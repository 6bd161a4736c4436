import type { OrderDetail } from '../api/gen/booking.ts';

type Category = OrderDetail['travellers'][number]['category'];

const travelling: readonly Category[] = ['adult', 'child-with-bed', 'child-without-bed', 'infant'];

/** How many places of each category have no traveller yet, infants too; categories in which everybody is named are left out. */
export function unnamedPlaces({
  lines,
  travellers,
}: Pick<OrderDetail, 'lines' | 'travellers'>): Partial<Record<Category, number>> {
  return Object.fromEntries(
    travelling.flatMap((category) => {
      const ordered = lines.find((line) => line.category === category)?.count ?? 0;
      const open = ordered - travellers.filter((one) => one.category === category).length;
      return open > 0 ? [[category, open]] : [];
    }),
  );
}

/** All of them. */
export const unnamedCount = (order: Pick<OrderDetail, 'lines' | 'travellers'>): number =>
  Object.values(unnamedPlaces(order)).reduce((sum, open) => sum + open, 0);
