import type { Locale } from '@yitu/kernel';
import {
  accountLetterVariables,
  incidentLetterVariables,
  inboxVariables,
  isAccountLetter,
  isStaffLetter,
  letterVariables,
  type AccountLetterKey,
  type AccountSetting,
  type Facts,
  type IncidentSetting,
  type InboxKey,
  type OrderLetterKey,
  type Setting,
  type StaffLetterKey,
  type TemplateKey,
  type Variables,
} from './variables.ts';
import { wordingOf } from './wording.ts';

export const locales = ['zh', 'en'] as const;

/** Every template with the channel its messages take. */
export const channels = {
  'order-approved': 'email',
  'order-confirmed': 'email',
  'contract-to-sign': 'email',
  'plan-to-accept': 'email',
  'departure-reminder': 'email',
  survey: 'email',
  'invoice-issued': 'email',
  invitation: 'email',
  registration: 'email',
  'registration-attempt': 'email',
  'registration-refused': 'email',
  'password-reset': 'email',
  'email-change': 'email',
  'email-change-notice': 'email',
  'incident-alert': 'email',
  'payment-reminder': 'email',
  'order-overpaid': 'email',
  'order-cancelled': 'email',
  'refund-paid': 'email',
  'waiting-offer': 'email',
  'quotation-sent': 'email',
  'order-moved': 'email',
  'departure-called-off': 'email',
  'departure-guaranteed': 'email',
  'order-placed': 'inbox',
  'waiting-offered': 'inbox',
  'balance-flagged': 'inbox',
  'payment-taken-back': 'inbox',
  'group-at-risk': 'inbox',
  'choice-to-record': 'inbox',
  'choice-over': 'inbox',
  'group-guaranteed': 'inbox',
  'quotation-requested': 'inbox',
  'allotment-released': 'inbox',
  'order-returned': 'inbox',
  'review-passed': 'inbox',
  'contract-signed': 'inbox',
  'plan-accepted': 'inbox',
  'plan-changes-wanted': 'inbox',
  'paid-in-full': 'inbox',
  'refund-made': 'inbox',
  'incident-notice': 'inbox',
  'certificate-expiring': 'inbox',
} as const satisfies Record<TemplateKey, 'email' | 'inbox'>;

// the keys of `channels` are those of Facts, by the line above
export const templateKeys = Object.keys(channels) as TemplateKey[];

export const isInboxKey = (key: TemplateKey): key is InboxKey => channels[key] === 'inbox';

const trip = {
  productName: { zh: '桂林山水五日游', en: 'Guilin in five days' },
  departsOn: '2027-05-01',
  returnsOn: '2027-05-05',
};
const total = { amount: '258000', currency: 'CNY' };

const offer = { seats: 2, offerExpiresAt: '2027-03-08T10:00:00Z' };

const sampleIncident = { kindName: { zh: '设备遗失', en: 'Lost device' }, severity: 'high' };

const sampleFacts: Omit<Facts, AccountLetterKey | StaffLetterKey> = {
  'order-approved': {
    total,
    schedule: [
      { kind: 'deposit', amount: { amount: '77400', currency: 'CNY' }, dueOn: '2027-03-04' },
      { kind: 'balance', amount: { amount: '180600', currency: 'CNY' }, dueOn: '2027-04-16' },
    ],
  },
  'order-confirmed': { ...trip, total, seats: 2 },
  'contract-to-sign': {
    contractId: '00000000-0000-7000-8000-000000000000',
    linkExpiresAt: '2027-03-08T10:00:00Z',
  },
  'plan-to-accept': {
    proposalId: '00000000-0000-7000-8000-000000000000',
    linkExpiresAt: '2027-03-08T10:00:00Z',
  },
  'departure-reminder': trip,
  survey: { surveyId: '00000000-0000-7000-8000-000000000000', validUntil: '2027-05-20' },
  'invoice-issued': { invoiceNumber: 'HQ-INV-2027-000001', amount: total },
  'payment-reminder': {
    ...{ kind: 'balance', amount: { amount: '180600', currency: 'CNY' }, overdue: true },
    ...{ dueOn: '2027-04-16', graceUntil: '2027-04-19' },
  },
  'order-overpaid': { excess: { amount: '10000', currency: 'CNY' }, refunded: true },
  'order-cancelled': {
    cause: 'customer',
    penalty: { amount: '51600', currency: 'CNY' },
    refund: { amount: '206400', currency: 'CNY' },
    unchosen: false,
  },
  'refund-paid': { amount: { amount: '206400', currency: 'CNY' }, paidOn: '2027-04-16' },
  'waiting-offer': { ...trip, ...offer, authorId: '00000000-0000-7000-8000-000000000000' },
  'quotation-sent': {
    ...{ total, expiresAt: '2027-03-08T10:00:00Z', authorId: '00000000-0000-7000-8000-000000000000' },
  },
  'waiting-offered': { ...trip, ...offer, timeZone: 'Asia/Shanghai' },
  'balance-flagged': { orderNumber: 'HQ-2027-000001', amount: total, dueOn: '2027-04-16' },
  'payment-taken-back': {
    ...{ orderNumber: 'HQ-2027-000001', dueOn: '2027-04-16', outstanding: total },
    amount: { amount: '77400', currency: 'CNY' },
  },
  'order-moved': {
    ...trip,
    schedule: [{ kind: 'balance', amount: { amount: '180600', currency: 'CNY' }, dueOn: '2027-04-16' }],
  },
  'departure-called-off': { ...trip, cause: 'minimum-group', chooseBy: '2027-04-10' },
  'departure-guaranteed': trip,
  'group-at-risk': {
    ...{ groupNumber: 'GL-20270501', productName: trip.productName, departsOn: trip.departsOn },
    ...{ confirmedSeats: 6, minimumGroup: 10 },
  },
  'choice-to-record': {
    ...{ orderNumber: 'HQ-2027-000001', departsOn: trip.departsOn, chooseBy: '2027-04-10' },
  },
  'choice-over': { orderNumber: 'HQ-2027-000001', paid: total },
  'group-guaranteed': { orderNumber: 'HQ-2027-000001', departsOn: trip.departsOn },
  'quotation-requested': { travellers: 4, from: '2027-04-16', until: '2027-05-05' },
  'allotment-released': {
    ...{ unitName: { zh: '标准双床房', en: 'Twin room' }, contractNumber: 'HT-2027-018', units: 6 },
    ...{ from: '2027-04-16', until: '2027-04-18' },
  },
  'order-placed': { orderNumber: 'HQ-2027-000001', total, seats: 2 },
  'order-returned': { orderNumber: 'HQ-2027-000001' },
  'review-passed': { orderNumber: 'HQ-2027-000001', total },
  'contract-signed': { orderNumber: 'HQ-2027-000001', contractNumber: 'HT-HQ-2027-000001' },
  'plan-accepted': { orderNumber: 'HQ-2027-000001' },
  'plan-changes-wanted': { orderNumber: 'HQ-2027-000001' },
  'paid-in-full': { orderNumber: 'HQ-2027-000001', total },
  'refund-made': {
    ...{ orderNumber: 'HQ-2027-000001', amount: { amount: '206400', currency: 'CNY' } },
    paidOn: '2027-04-16',
  },
  'incident-notice': sampleIncident,
  'certificate-expiring': {
    courseId: '00000000-0000-7000-8000-000000000000',
    courseName: { zh: '急救', en: 'First aid' },
    validUntil: '2027-05-31',
  },
};

const sampleSetting = (locale: Locale): Setting => ({
  customerName: locale === 'zh' ? '王小明' : 'Wang Xiaoming',
  agencyName: locale === 'zh' ? '云旗旅行社' : 'Yunqi Travel',
  orderNumber: 'HQ-2027-000001',
  contactName: locale === 'zh' ? '李芳' : 'Li Fang',
  contactEmail: 'li.fang@example.com',
  link: 'https://travel.example/link/sample',
  contractNumber: 'HQ-C-2027-000001',
  timeZone: 'Asia/Shanghai',
});

const withoutLink = new Set<AccountLetterKey>([
  'registration-attempt',
  'registration-refused',
  'email-change-notice',
]);

function sampleAccount(key: AccountLetterKey, locale: Locale): AccountSetting {
  const { customerName: name, agencyName, link, timeZone } = sampleSetting(locale);
  const linkExpiresAt = withoutLink.has(key) ? undefined : '2027-03-08T10:00:00Z';
  return { name, agencyName, link, linkExpiresAt, timeZone };
}

function sampleAlert(locale: Locale): IncidentSetting {
  const { contactName: name, agencyName } = sampleSetting(locale);
  const title = locale === 'zh' ? '门店平板电脑丢失' : 'A tablet of the shop is missing';
  return { name, agencyName, title, ...sampleIncident };
}

/** Made-up variables of a template: for previews, and as the list of what a template may use. */
export function sampleVariables(key: TemplateKey, locale: Locale): Variables {
  const wording = wordingOf(locale);
  if (isInboxKey(key)) return inboxVariables(key, sampleFacts[key], wording);
  if (isAccountLetter(key)) return accountLetterVariables(sampleAccount(key, locale), wording);
  if (isStaffLetter(key)) return incidentLetterVariables(sampleAlert(locale), wording);
  const letter: OrderLetterKey = key;
  return letterVariables(letter, sampleFacts[letter], wording, sampleSetting(locale));
}
