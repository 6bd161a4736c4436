/** Hundredths of a percent: 2,000 are 20 %. */
export type BasisPoints = number;

/** What is due when this many days or more are left to the departure, and no tier with more days applies. */
export interface Tier {
  readonly fromDays: number;
  readonly share: BasisPoints;
}

export interface Scale {
  /** What a customer owes who cancels; the tier from day 0 is also the share of a no-show and of the formula for cancellations during the trip. */
  readonly byCustomer: readonly Tier[];
  /** What the agency owes beside the full refund when it cancels. */
  readonly byAgency: readonly Tier[];
}

/** A cancellation policy: data with a version and a validity. */
export interface CancellationPolicy {
  readonly version: number;
  /** Local date; orders placed before it keep the policy they were placed under. */
  readonly validFrom: string;
  /** ISO 3166-1 alpha-2: trips in this country are domestic, all others outbound (出境, Hong Kong, Macao and Taiwan among them). */
  readonly homeCountry: string;
  readonly refundWithinWorkingDays: number;
  readonly domestic: Scale;
  readonly outbound: Scale;
}

export type Scope = 'domestic' | 'outbound';

const tiers = (...list: [fromDays: number, percent: number][]): Tier[] =>
  list.map(([fromDays, percent]) => ({ fromDays, share: percent * 100 }));

/**
 * The scales of the model contracts of the Ministry of Culture and Tourism (团队境内旅游合同, 团队出境旅游合同); refunds within 5 working days of the
 * contract's end.
 */
export const builtInPolicies: readonly CancellationPolicy[] = [
  {
    version: 1,
    validFrom: '2014-01-01',
    homeCountry: 'CN',
    refundWithinWorkingDays: 5,
    domestic: {
      byCustomer: tiers([7, 0], [4, 20], [1, 40], [0, 60]),
      byAgency: tiers([7, 0], [4, 10], [1, 15], [0, 20]),
    },
    outbound: {
      byCustomer: tiers([30, 0], [15, 5], [7, 20], [4, 50], [1, 60], [0, 70]),
      byAgency: tiers([30, 0], [15, 2], [7, 5], [4, 10], [1, 15], [0, 20]),
    },
  },
];

/** The newest policy in force on a date. @param policies at least one of which is in force then */
export function policyOn(
  date: string,
  policies: readonly CancellationPolicy[] = builtInPolicies,
): CancellationPolicy {
  const [newest] = policies
    .filter(({ validFrom }) => validFrom <= date)
    .toSorted((left, right) => right.version - left.version);
  if (!newest) throw new RangeError(`no cancellation policy is in force on ${date}`);
  return newest;
}

export const scopeOf = (policy: CancellationPolicy, country: string): Scope =>
  country === policy.homeCountry ? 'domestic' : 'outbound';

/** The tier that applies with so many days left; from the departure on it is that of the day itself. */
export function tierAt(
  list: readonly Tier[],
  daysLeft: number,
): Tier & { readonly untilDays: number | null } {
  const falling = list.toSorted((left, right) => right.fromDays - left.fromDays);
  const at = falling.findIndex(({ fromDays }) => Math.max(daysLeft, 0) >= fromDays);
  const tier = falling[at];
  if (!tier) throw new RangeError('every scale has a tier from day 0');
  const above = falling[at - 1];
  return { ...tier, untilDays: above ? above.fromDays - 1 : null };
}
