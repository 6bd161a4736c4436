import type { Agency } from '@yitu/directory';
import type { Locale } from '@yitu/kernel';
import { isInboxKey } from '../templates/catalogue.ts';
import {
  inboxVariables,
  letterVariables,
  type Facts,
  type InboxItemKey,
  type OrderLetterKey,
  type Setting,
} from '../templates/variables.ts';
import { wordingOf } from '../templates/wording.ts';

/** What an item holds: the event's facts, and the number of the order it is about, if it is about one. */
export interface ItemTold {
  readonly facts: Facts[InboxItemKey];
  readonly orderNumber: string;
}

const words = {
  zh: { customerName: '尊敬的客户', link: '（链接已发送至您的邮箱）' },
  en: { customerName: 'customer', link: '(the link is in the e-mail we sent you)' },
} as const;

/** What fills an item's template in one language. @param agency known where the template is a letter's */
export function messageVariables(
  key: InboxItemKey,
  { facts, orderNumber }: ItemTold,
  locale: Locale,
  agency: Agency | undefined,
) {
  const wording = wordingOf(locale);
  // putIntoInbox stored the facts with this template
  if (isInboxKey(key)) return inboxVariables(key, facts as Facts[typeof key], wording);
  if (!agency) throw new Error('a letter names the agency');
  const letter: OrderLetterKey = key;
  const told = facts as Facts[typeof letter]; // as above
  return letterVariables(letter, told, wording, settingOf(orderNumber, locale, agency));
}

/** As a letter's setting, without what is asked of others when a letter is sent: people, and links that are the letter's alone. */
const settingOf = (orderNumber: string, locale: Locale, { name, timeZone }: Agency): Setting => ({
  ...words[locale],
  ...{ agencyName: name[locale], contactName: name[locale], contactEmail: '' },
  ...{ orderNumber, contractNumber: '', timeZone },
});
