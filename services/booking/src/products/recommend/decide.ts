import { moneyTexts, type Texts } from '@yitu/kernel';

/** What somebody wants; each need that is stated counts. */
export interface Needs {
  readonly country?: string | undefined;
  readonly city?: string | undefined;
  readonly theme?: readonly string[] | undefined;
  readonly transport?: readonly string[] | undefined;
  readonly lodging?: string | undefined;
  readonly days?: number | undefined;
  readonly departsFrom?: string | undefined;
  readonly departsUntil?: string | undefined;
  /** Minor units of `currency` that an adult may cost at most. */
  readonly budget?: bigint | undefined;
  readonly currency: string;
}

export interface Candidate {
  readonly id: string;
  readonly destinationCountry: string;
  readonly destinationCity: string;
  readonly days: number;
  readonly themes: readonly string[];
  readonly transport: readonly string[];
  readonly lodging: string | null;
  /** The cheapest departure on the days asked for, null when there is none. */
  readonly offer: { readonly amount: bigint; readonly departsOn: string } | null;
}

export interface Reason {
  readonly need: string;
  readonly met: boolean;
  readonly points: number;
  readonly text: Texts;
}

/** How much each need weighs. */
export const weights = {
  destination: 30,
  dates: 20,
  budget: 20,
  theme: 12,
  lodging: 8,
  transport: 6,
  days: 4,
} as const;

/**
 * Pure: how well a product meets the stated needs, in points of 100, with a reason for each need; needs that nobody stated weigh nothing.
 */
export function decideMatch(needs: Needs, product: Candidate): { score: number; reasons: Reason[] } {
  const judged = [
    ...destination(needs, product),
    ...dates(needs, product),
    ...budget(needs, product),
    ...themes(needs, product),
    ...lodging(needs, product),
    ...transport(needs, product),
    ...days(needs, product),
  ];
  const possible = judged.reduce((sum, { need }) => sum + weights[need], 0);
  const got = judged.reduce((sum, { points }) => sum + points, 0);
  return { score: possible === 0 ? 0 : Math.floor((got * 100) / possible), reasons: judged };
}

interface Judged extends Reason {
  readonly need: keyof typeof weights;
}

/** @param share of the weight, from 0 to 100 */
const judged = (need: keyof typeof weights, share: number, text: Texts): Judged => ({
  need,
  met: share === 100,
  points: Math.floor((weights[need] * share) / 100),
  text,
});

function destination({ country, city }: Needs, product: Candidate): Judged[] {
  if (country === undefined && city === undefined) return [];
  const place = `${product.destinationCity} (${product.destinationCountry})`;
  const there = city === undefined || city === product.destinationCity;
  const sameCountry = country === undefined ? there : country === product.destinationCountry;
  if (there && sameCountry)
    return [
      judged('destination', 100, { zh: `目的地符合：${place}`, en: `It goes where you want: ${place}` }),
    ];
  if (sameCountry)
    return [
      judged('destination', 50, {
        zh: `同一国家的其他城市：${place}`,
        en: `Another city of the same country: ${place}`,
      }),
    ];
  return [judged('destination', 0, { zh: `目的地不同：${place}`, en: `It goes elsewhere: ${place}` })];
}

function dates({ departsFrom, departsUntil }: Needs, { offer }: Candidate): Judged[] {
  if (departsFrom === undefined && departsUntil === undefined) return [];
  if (!offer)
    return [
      judged('dates', 0, { zh: '所选日期没有可订团期', en: 'No departure on these dates can be booked' }),
    ];
  const { departsOn } = offer;
  return [
    judged('dates', 100, { zh: `${departsOn} 有团期可订`, en: `A departure on ${departsOn} can be booked` }),
  ];
}

function budget({ budget: most, currency }: Needs, { offer }: Candidate): Judged[] {
  if (most === undefined) return [];
  if (!offer) return [judged('budget', 0, { zh: '暂无价格', en: 'It has no price now' })];
  const price = moneyTexts({ amount: offer.amount, currency });
  if (offer.amount <= most)
    return [
      judged('budget', 100, {
        zh: `价格 ${price.zh}，在预算之内`,
        en: `It costs ${price.en}, within the budget`,
      }),
    ];
  const over = moneyTexts({ amount: offer.amount - most, currency });
  const near = offer.amount * 10n <= most * 11n;
  return [
    judged('budget', near ? 40 : 0, {
      zh: `价格 ${price.zh}，超出预算 ${over.zh}`,
      en: `It costs ${price.en}, ${over.en} above the budget`,
    }),
  ];
}

function themes({ theme }: Needs, product: Candidate): Judged[] {
  if (!theme || theme.length === 0) return [];
  const shared = theme.filter((one) => product.themes.includes(one));
  const text =
    shared.length > 0
      ? { zh: `主题相符：${shared.join('、')}`, en: `Themes that fit: ${shared.join(', ')}` }
      : { zh: '主题不同', en: 'None of the themes' };
  return [judged('theme', Math.floor((100 * shared.length) / theme.length), text)];
}

function lodging({ lodging: wanted }: Needs, product: Candidate): Judged[] {
  if (wanted === undefined) return [];
  return product.lodging === wanted
    ? [judged('lodging', 100, { zh: '住宿等级符合', en: 'The class of lodging fits' })]
    : [judged('lodging', 0, { zh: '住宿等级不同', en: 'Another class of lodging' })];
}

function transport({ transport: wanted }: Needs, product: Candidate): Judged[] {
  if (!wanted || wanted.length === 0) return [];
  return wanted.some((one) => product.transport.includes(one))
    ? [judged('transport', 100, { zh: '交通方式符合', en: 'The means of transport fits' })]
    : [judged('transport', 0, { zh: '交通方式不同', en: 'Other means of transport' })];
}

function days({ days: wanted }: Needs, product: Candidate): Judged[] {
  if (wanted === undefined) return [];
  const apart = Math.abs(product.days - wanted);
  const text = { zh: `行程 ${product.days} 天`, en: `It takes ${product.days} days` };
  return [judged('days', apart === 0 ? 100 : apart === 1 ? 50 : 0, text)];
}
