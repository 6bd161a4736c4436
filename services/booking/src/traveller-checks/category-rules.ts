import type { TravellerCategory } from '../pricing/price.ts';

/** Ages in years at departure, from the first to below the second; no upper bound where that is 0. */
interface Ages {
  readonly from: number;
  readonly below: number;
}

/** Which travellers an order may name in which category: data with a validity. */
export interface TravellerRules {
  readonly version: number;
  /** Local date: departures before it follow the earlier rules. */
  readonly validFrom: string;
  /** ISO 3166-1 alpha-2: trips to other countries are outbound (出境), Hong Kong, Macao and Taiwan among them. */
  readonly homeCountry: string;
  readonly ages: Readonly<Record<TravellerCategory, Ages>>;
  /** Months for which the document must still be valid after the return from an outbound trip; destinations may ask for more. */
  readonly monthsBeyondReturn: number;
}

const child = { from: 2, below: 12 };

/**
 * 公共航空运输旅客服务管理规定 (Ministry of Transport 2021 no. 3) and IATA resolutions: an infant has not completed two years, a child not twelve, on the day
 * the journey begins. Documents are to be valid to the day of return.
 */
const builtInRules: readonly TravellerRules[] = [
  {
    ...{ version: 1, validFrom: '2014-01-01', homeCountry: 'CN', monthsBeyondReturn: 0 },
    ages: {
      adult: { from: 12, below: 0 },
      'child-with-bed': child,
      'child-without-bed': child,
      infant: { from: 0, below: 2 },
    },
  },
];

/** The newest rules in force for a departure on a date. */
export function travellerRulesOn(date: string, rules = builtInRules): TravellerRules {
  const [newest] = rules
    .filter(({ validFrom }) => validFrom <= date)
    .toSorted((left, right) => right.version - left.version);
  if (!newest) throw new RangeError(`no traveller rules are in force on ${date}`);
  return newest;
}
