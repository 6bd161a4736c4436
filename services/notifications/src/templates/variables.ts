import type { MoneyJson } from '@yitu/kernel';
import type { Wording } from './wording.ts';

interface LocalText {
  readonly zh: string;
  readonly en: string;
}

interface Trip {
  readonly productName: LocalText;
  /** Local dates of the departure. */
  readonly departsOn: string;
  readonly returnsOn: string;
}

/** What each message needs to know of the event it is about: ids, amounts and dates, nothing about people. Stored until it is sent. */
export interface Facts {
  'order-approved': {
    readonly total: MoneyJson;
    readonly schedule: readonly { kind: string; amount: MoneyJson; dueOn: string }[];
  };
  'order-confirmed': Trip & { readonly total: MoneyJson; readonly seats: number };
  'contract-to-sign': { readonly contractId: string; readonly linkExpiresAt: string };
  'departure-reminder': Trip;
  survey: { readonly surveyId: string; readonly validUntil: string };
  'invoice-issued': { readonly invoiceNumber: string; readonly amount: MoneyJson };
  'order-placed': { readonly orderNumber: string; readonly total: MoneyJson; readonly seats: number };
  'order-returned': { readonly orderNumber: string };
}

export type TemplateKey = keyof Facts;

/** Messages staff find in their inbox; all others are letters, sent by e-mail. */
export type InboxKey = 'order-placed' | 'order-returned';
export type LetterKey = Exclude<TemplateKey, InboxKey>;

/** What every letter knows besides its facts: asked for when it is sent, never stored. */
export interface Setting {
  readonly customerName: string;
  readonly agencyName: string;
  readonly orderNumber: string;
  /** Who looks after the order; the agency itself where nobody does. */
  readonly contactName: string;
  readonly contactEmail: string;
  /** The customer's own link, where the letter has one. */
  readonly link: string;
  readonly contractNumber: string;
  /** IANA name: instants are written as there. */
  readonly timeZone: string;
}

export type Variables = Readonly<Record<string, unknown>>;

const kinds: Readonly<Record<string, LocalText>> = {
  deposit: { zh: '定金', en: 'Deposit' },
  balance: { zh: '尾款', en: 'Balance' },
  all: { zh: '全款', en: 'Full amount' },
};

const tripOf = ({ productName, departsOn, returnsOn }: Trip, { text, date }: Wording) => ({
  productName: text(productName),
  departsOn: date(departsOn),
  returnsOn: date(returnsOn),
});

type OfLetter = {
  [Key in LetterKey]: (facts: Facts[Key], wording: Wording, setting: Setting) => Variables;
};

const ofLetter: OfLetter = {
  'order-approved': ({ total, schedule }, { money, date, text }) => ({
    total: money(total),
    schedule: schedule.map(({ kind, amount, dueOn }) => {
      const name = schedule.length === 1 ? kinds['all'] : kinds[kind];
      return { name: name ? text(name) : kind, amount: money(amount), dueOn: date(dueOn) };
    }),
  }),
  'order-confirmed': ({ total, seats, ...trip }, wording) => ({
    ...tripOf(trip, wording),
    total: wording.money(total),
    seats,
  }),
  'contract-to-sign': ({ linkExpiresAt }, { moment }, { link, contractNumber, timeZone }) => ({
    link,
    contractNumber,
    linkExpiresAt: moment(linkExpiresAt, timeZone),
  }),
  'departure-reminder': (trip, wording) => tripOf(trip, wording),
  survey: ({ validUntil }, { date }, { link }) => ({ link, validUntil: date(validUntil) }),
  'invoice-issued': ({ invoiceNumber, amount }, { money }) => ({ invoiceNumber, amount: money(amount) }),
};

/** All variables of a letter in one language. */
export function letterVariables<Key extends LetterKey>(
  key: Key,
  facts: Facts[Key],
  wording: Wording,
  setting: Setting,
): Variables {
  const { customerName, agencyName, orderNumber, contactName, contactEmail } = setting;
  return {
    customerName,
    agencyName,
    orderNumber,
    contactName,
    contactEmail,
    ...ofLetter[key](facts, wording, setting),
  };
}

const ofInbox: { [Key in InboxKey]: (facts: Facts[Key], wording: Wording) => Variables } = {
  'order-placed': ({ orderNumber, total, seats }, { money }) => ({ orderNumber, total: money(total), seats }),
  'order-returned': ({ orderNumber }) => ({ orderNumber }),
};

/** All variables of an inbox message in one language. */
export const inboxVariables = <Key extends InboxKey>(
  key: Key,
  facts: Facts[Key],
  wording: Wording,
): Variables => ofInbox[key](facts, wording);
