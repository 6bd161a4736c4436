import type { MoneyJson } from '@yitu/kernel';
import { callOffText, groupItems, type GroupFacts, type Trip } from './group-variables.ts';
import type { LocalText, Wording } from './wording.ts';

/** Seats held for a party that waited. */
interface Offer extends Trip {
  readonly seats: number;
  readonly offerExpiresAt: string;
}

/** What each message needs to know of the event it is about: ids, amounts and dates, nothing about people. Stored until it is sent. */
export interface Facts extends GroupFacts {
  'order-approved': {
    readonly total: MoneyJson;
    readonly schedule: readonly { kind: string; amount: MoneyJson; dueOn: string }[];
  };
  'order-confirmed': Trip & { readonly total: MoneyJson; readonly seats: number };
  'contract-to-sign': { readonly contractId: string; readonly linkExpiresAt: string };
  'plan-to-accept': { readonly proposalId: string; readonly linkExpiresAt: string };
  'departure-reminder': Trip;
  survey: { readonly surveyId: string; readonly validUntil: string };
  'invoice-issued': { readonly invoiceNumber: string; readonly amount: MoneyJson };
  'payment-reminder': {
    readonly kind: string;
    readonly amount: MoneyJson;
    readonly dueOn: string;
    readonly graceUntil: string;
    readonly overdue: boolean;
  };
  'order-overpaid': { readonly excess: MoneyJson; readonly refunded: boolean };
  /** Why: a cause of booking's, or expired. Amounts are null where nobody told of them. */
  'order-cancelled': {
    readonly cause: string;
    readonly penalty: MoneyJson | null;
    readonly refund: MoneyJson | null;
    /** By rule: they had not chosen in time what becomes of it. What was queued before does not say. */
    readonly unchosen?: boolean;
  };
  'refund-paid': { readonly amount: MoneyJson; readonly paidOn: string };
  'waiting-offer': Offer & { readonly authorId: string };
  'quotation-sent': { readonly total: MoneyJson; readonly expiresAt: string; readonly authorId: string };
  'waiting-offered': Offer & { readonly timeZone: string };
  'balance-flagged': {
    readonly orderNumber: string;
    /** deposit or balance; items of before do not say it. */
    readonly kind?: string;
    readonly amount: MoneyJson;
    readonly dueOn: string;
  };
  'payment-taken-back': {
    readonly orderNumber: string;
    readonly amount: MoneyJson;
    readonly outstanding: MoneyJson;
    readonly dueOn: string;
  };
  /** Local dates; empty where the customer has said none. */
  'quotation-requested': { readonly travellers: number; readonly from: string; readonly until: string };
  /** Local dates. */
  'allotment-released': {
    readonly unitName: LocalText;
    readonly contractNumber: string;
    readonly units: number;
    readonly from: string;
    readonly until: string;
  };
  'order-placed': { readonly orderNumber: string; readonly total: MoneyJson; readonly seats: number };
  'order-returned': { readonly orderNumber: string };
  'review-passed': { readonly orderNumber: string; readonly total: MoneyJson };
  'contract-signed': { readonly orderNumber: string; readonly contractNumber: string };
  'plan-accepted': { readonly orderNumber: string };
  'plan-changes-wanted': { readonly orderNumber: string };
  'paid-in-full': { readonly orderNumber: string; readonly total: MoneyJson };
  'refund-made': { readonly orderNumber: string; readonly amount: MoneyJson; readonly paidOn: string };
  invitation: AboutAccount;
  registration: AboutAccount;
  'registration-attempt': AboutAccount;
  'registration-refused': AboutAccount;
  'password-reset': AboutAccount;
  'email-change': AboutAccount;
  'email-change-notice': AboutAccount;
  'incident-alert': { readonly incidentId: string };
  'incident-notice': { readonly kindName: LocalText; readonly severity: string };
  'certificate-expiring': {
    readonly courseId: string;
    readonly courseName: LocalText;
    readonly validUntil: string;
  };
}

/** Letters about accounts have no facts of their own: identity tells all of it when they are sent. */
type AboutAccount = Readonly<Record<string, never>>;

export type TemplateKey = keyof Facts;

/** Messages staff find in their inbox; all others are letters, sent by e-mail. */
export type InboxKey =
  | 'order-placed'
  | 'order-returned'
  | 'review-passed'
  | 'contract-signed'
  | 'plan-accepted'
  | 'plan-changes-wanted'
  | 'paid-in-full'
  | 'refund-made'
  | 'waiting-offered'
  | 'balance-flagged'
  | 'payment-taken-back'
  | 'group-at-risk'
  | 'choice-to-record'
  | 'choice-over'
  | 'group-guaranteed'
  | 'quotation-requested'
  | 'allotment-released'
  | 'incident-notice'
  | 'certificate-expiring';
export type LetterKey = Exclude<TemplateKey, InboxKey>;

/** Letters about an account, by the names identity knows them by. */
export const accountLetters = [
  'invitation',
  'registration',
  'registration-attempt',
  'registration-refused',
  'password-reset',
  'email-change',
  'email-change-notice',
] as const;
export type AccountLetterKey = (typeof accountLetters)[number];
/** Letters to members of staff. */
export type StaffLetterKey = 'incident-alert';
export type OrderLetterKey = Exclude<LetterKey, AccountLetterKey | StaffLetterKey>;
/** What can be found in an inbox: a customer finds the letters about their orders there too. */
export type InboxItemKey = InboxKey | OrderLetterKey;

const aboutAccounts: ReadonlySet<string> = new Set(accountLetters);

export const isAccountLetter = (key: TemplateKey): key is AccountLetterKey => aboutAccounts.has(key);

export const isStaffLetter = (key: TemplateKey): key is StaffLetterKey => key === 'incident-alert';

/** What every letter about an order knows besides its facts: asked for when it is sent, never stored. */
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

const causes: Readonly<Record<string, LocalText>> = {
  withdrawn: { zh: '订单已撤回', en: 'the order was withdrawn' },
  customer: { zh: '您提出取消', en: 'you asked for it' },
  unpaid: { zh: '款项逾期未付', en: 'a payment did not come in in time' },
  agency: { zh: '旅行社取消', en: 'we had to cancel' },
  'force-majeure': { zh: '不可抗力', en: 'force majeure' },
  'no-show': { zh: '未按时参团', en: 'nobody came to the departure' },
};

/** An amount, or nothing where there is none. */
const moneyIfAny = (amount: MoneyJson | null, { money }: Wording): string =>
  amount === null || amount.amount === '0' ? '' : money(amount);

const tripOf = ({ productName, departsOn, returnsOn }: Trip, { text, date }: Wording) => ({
  productName: text(productName),
  departsOn: date(departsOn),
  returnsOn: date(returnsOn),
});

/** One payment of a schedule, by the name of its kind. */
function dueOf(
  { kind, amount, dueOn }: { kind: string; amount: MoneyJson; dueOn: string },
  { money, date, text }: Wording,
) {
  const name = kinds[kind];
  return { name: name ? text(name) : kind, amount: money(amount), dueOn: date(dueOn) };
}

type OfLetter = {
  [Key in OrderLetterKey]: (facts: Facts[Key], wording: Wording, setting: Setting) => Variables;
};

const ofLetter: OfLetter = {
  'order-approved': ({ total, schedule }, wording) => ({
    total: wording.money(total),
    schedule: schedule.map(({ kind, ...due }) =>
      dueOf({ ...due, kind: schedule.length === 1 ? 'all' : kind }, wording),
    ),
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
  'plan-to-accept': ({ linkExpiresAt }, { moment }, { link, timeZone }) => ({
    link,
    linkExpiresAt: moment(linkExpiresAt, timeZone),
  }),
  'departure-reminder': (trip, wording) => tripOf(trip, wording),
  'departure-guaranteed': (trip, wording) => tripOf(trip, wording),
  'departure-called-off': ({ cause, chooseBy, ...trip }, wording) => ({
    ...tripOf(trip, wording),
    ...{ reason: callOffText(cause, wording), chooseBy: wording.date(chooseBy) },
  }),
  'order-moved': ({ schedule, ...trip }, wording) => ({
    ...tripOf(trip, wording),
    schedule: schedule.map((due) => dueOf(due, wording)),
  }),
  survey: ({ validUntil }, { date }, { link }) => ({ link, validUntil: date(validUntil) }),
  'payment-reminder': ({ graceUntil, overdue, ...due }, wording) => ({
    ...dueOf(due, wording),
    ...{ graceUntil: wording.date(graceUntil), overdue },
  }),
  'order-overpaid': ({ excess, refunded }, { money }) => ({ excess: money(excess), refunded }),
  'order-cancelled': ({ cause, penalty, refund, unchosen = false }, wording) => {
    const name = causes[cause];
    return {
      ...{ expired: cause === 'expired', reason: name ? wording.text(name) : '', unchosen },
      ...{ penalty: moneyIfAny(penalty, wording), refund: moneyIfAny(refund, wording) },
    };
  },
  'refund-paid': ({ amount, paidOn }, { money, date }) => ({ amount: money(amount), paidOn: date(paidOn) }),
  'waiting-offer': ({ seats, offerExpiresAt, ...trip }, wording, { timeZone }) => ({
    ...tripOf(trip, wording),
    seats,
    offerExpiresAt: wording.moment(offerExpiresAt, timeZone),
  }),
  'quotation-sent': ({ total, expiresAt }, { money, moment }, { timeZone }) => ({
    total: money(total),
    expiresAt: moment(expiresAt, timeZone),
  }),
  'invoice-issued': ({ invoiceNumber, amount }, { money }) => ({ invoiceNumber, amount: money(amount) }),
};

/** All variables of a letter about an order in one language. */
export function letterVariables<Key extends OrderLetterKey>(
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

/** What every letter about an account knows: asked for when it is sent, never stored. */
export interface AccountSetting {
  readonly name: string;
  readonly agencyName: string;
  /** Empty where the letter has none. */
  readonly link: string;
  readonly linkExpiresAt: string | undefined;
  /** IANA name: instants are written as there. */
  readonly timeZone: string;
}

/** All variables of a letter about an account in one language. */
export const accountLetterVariables = (
  { name, agencyName, link, linkExpiresAt, timeZone }: AccountSetting,
  { moment }: Wording,
): Variables => ({
  name,
  agencyName,
  ...(linkExpiresAt !== undefined && { link, linkExpiresAt: moment(linkExpiresAt, timeZone) }),
});

const severities: Readonly<Record<string, LocalText>> = {
  low: { zh: '低', en: 'low' },
  medium: { zh: '中', en: 'medium' },
  high: { zh: '高', en: 'high' },
  critical: { zh: '严重', en: 'critical' },
};

const severityName = (severity: string, { text }: Wording): string => {
  const name = severities[severity];
  return name ? text(name) : severity;
};

/** What a letter about a security incident knows: asked for when it is sent, never stored. */
export interface IncidentSetting {
  readonly name: string;
  readonly agencyName: string;
  readonly kindName: LocalText;
  readonly severity: string;
  /** Empty where nobody gave it one. */
  readonly title: string;
}

/** All variables of a letter to staff about a security incident in one language. */
export const incidentLetterVariables = (
  { name, agencyName, kindName, severity, title }: IncidentSetting,
  wording: Wording,
): Variables => ({
  name,
  agencyName,
  title,
  kind: wording.text(kindName),
  severity: severityName(severity, wording),
});

const ofInbox: { [Key in InboxKey]: (facts: Facts[Key], wording: Wording) => Variables } = {
  'order-placed': ({ orderNumber, total, seats }, { money }) => ({ orderNumber, total: money(total), seats }),
  'order-returned': ({ orderNumber }) => ({ orderNumber }),
  'review-passed': ({ orderNumber, total }, { money }) => ({ orderNumber, total: money(total) }),
  'contract-signed': ({ orderNumber, contractNumber }) => ({ orderNumber, contractNumber }),
  'plan-accepted': ({ orderNumber }) => ({ orderNumber }),
  'plan-changes-wanted': ({ orderNumber }) => ({ orderNumber }),
  'paid-in-full': ({ orderNumber, total }, { money }) => ({ orderNumber, total: money(total) }),
  'refund-made': ({ orderNumber, amount, paidOn }, { money, date }) => ({
    ...{ orderNumber, amount: money(amount), paidOn: date(paidOn) },
  }),
  'waiting-offered': ({ seats, offerExpiresAt, timeZone, ...trip }, wording) => ({
    ...tripOf(trip, wording),
    seats,
    offerExpiresAt: wording.moment(offerExpiresAt, timeZone),
  }),
  'balance-flagged': ({ orderNumber, kind = 'balance', amount, dueOn }, wording) => ({
    ...{ orderNumber, ...dueOf({ kind, amount, dueOn }, wording) },
  }),
  'payment-taken-back': ({ orderNumber, amount, outstanding, dueOn }, { money, date }) => ({
    ...{ orderNumber, amount: money(amount), outstanding: money(outstanding), dueOn: date(dueOn) },
  }),
  ...groupItems,
  'quotation-requested': ({ travellers, from, until }, { date }) => ({
    travellers,
    ...{ from: from === '' ? '' : date(from), until: until === '' ? '' : date(until) },
  }),
  'allotment-released': ({ unitName, contractNumber, units, from, until }, { text, date }) => ({
    ...{ unitName: text(unitName), contractNumber, units, from: date(from), until: date(until) },
  }),
  'incident-notice': ({ kindName, severity }, wording) => ({
    kind: wording.text(kindName),
    severity: severityName(severity, wording),
  }),
  'certificate-expiring': ({ courseName, validUntil }, { text, date }) => ({
    course: text(courseName),
    validUntil: date(validUntil),
  }),
};

/** All variables of an inbox message in one language. */
export const inboxVariables = <Key extends InboxKey>(
  key: Key,
  facts: Facts[Key],
  wording: Wording,
): Variables => ofInbox[key](facts, wording);
