import type { MoneyJson } from '@yitu/kernel';
import type { LocalText, Wording } from './wording.ts';

export interface Trip {
  readonly productName: LocalText;
  /** Local dates of the departure. */
  readonly departsOn: string;
  readonly returnsOn: string;
}

/** What messages about a group and whether it takes place need to know. */
export interface GroupFacts {
  'order-moved': Trip & {
    /** What is still to be paid. */
    readonly schedule: readonly { kind: string; amount: MoneyJson; dueOn: string }[];
  };
  /** Why: a cause of booking's. */
  'departure-called-off': Trip & { readonly cause: string; readonly chooseBy: string };
  'departure-guaranteed': Trip;
  'group-at-risk': {
    readonly groupNumber: string;
    readonly productName: LocalText;
    readonly departsOn: string;
    readonly confirmedSeats: number;
    readonly minimumGroup: number;
  };
  'choice-to-record': { readonly orderNumber: string; readonly departsOn: string; readonly chooseBy: string };
  'choice-over': { readonly orderNumber: string; readonly paid: MoneyJson };
  'group-guaranteed': { readonly orderNumber: string; readonly departsOn: string };
}

const callOffs: Readonly<Record<string, LocalText>> = {
  'minimum-group': { zh: '未达到最低成团人数', en: 'too few people have booked' },
  agency: { zh: '旅行社原因', en: 'we had to call it off' },
  'force-majeure': { zh: '不可抗力', en: 'force majeure' },
};

/** Why a departure does not take place, in words; nothing where the cause is none of those. */
export const callOffText = (cause: string, { text }: Wording): string => {
  const words = callOffs[cause];
  return words ? text(words) : '';
};

/** Variables of the staff's messages about groups. */
export const groupItems = {
  'group-at-risk': (
    { groupNumber, productName, departsOn, confirmedSeats, minimumGroup }: GroupFacts['group-at-risk'],
    { text, date }: Wording,
  ) => ({
    ...{ groupNumber, confirmedSeats, minimumGroup },
    ...{ productName: text(productName), departsOn: date(departsOn) },
  }),
  'choice-to-record': (
    { orderNumber, departsOn, chooseBy }: GroupFacts['choice-to-record'],
    { date }: Wording,
  ) => ({ orderNumber, departsOn: date(departsOn), chooseBy: date(chooseBy) }),
  'choice-over': ({ orderNumber, paid }: GroupFacts['choice-over'], { money }: Wording) => ({
    orderNumber,
    paid: money(paid),
  }),
  'group-guaranteed': ({ orderNumber, departsOn }: GroupFacts['group-guaranteed'], { date }: Wording) => ({
    orderNumber,
    departsOn: date(departsOn),
  }),
};
