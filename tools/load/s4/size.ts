/** How much an agency has. */
export interface Size {
  readonly products: number;
  readonly departures: number;
  readonly customers: number;
  readonly ordersPerDeparture: number;
}

export const big: Size = { products: 10_000, departures: 200_000, customers: 100_000, ordersPerDeparture: 5 };

/** A hundredth of everything. */
export const small: Size = { products: 100, departures: 2_000, customers: 1_000, ordersPerDeparture: 5 };

export const ordersOf = ({ departures, ordersPerDeparture }: Size): number => departures * ordersPerDeparture;
