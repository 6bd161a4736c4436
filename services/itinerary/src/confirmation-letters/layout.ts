import { page, table, type Printable } from '@yitu/documents';
import { moneyText, type Locale, type Money, type Texts } from '@yitu/kernel';
import type { GuideContact } from '../guides.ts';
import type { Day } from '../plans/plan.ts';
import { words } from './words.ts';

/** What a confirmation letter tells of. */
export interface Letter {
  readonly agency: Texts;
  readonly branch: Texts;
  readonly orderNumber: string;
  readonly productName: Texts;
  readonly groupNumber: string;
  readonly departsOn: string;
  readonly returnsOn: string;
  readonly heads: number;
  readonly total: Money;
  readonly days: readonly Day[];
  readonly guide: GuideContact | null;
}

/** A confirmation letter as a document in one language. */
export function layoutLetter(letter: Letter, locale: Locale): Printable {
  const say = (text: Texts) => text[locale];
  const heading = (text: Texts) => ({ text: say(text), fontSize: 12, margin: [0, 8, 0, 4] });
  const { guide, days } = letter;
  const guided: [Texts, string][] = guide
    ? [[words.guide, [guide.name, guide.mobile ?? ''].join(' ').trim()]]
    : [];
  const facts: [Texts, string][] = [
    [words.order, letter.orderNumber],
    [words.trip, say(letter.productName)],
    [words.group, letter.groupNumber],
    [words.travel, `${letter.departsOn} – ${letter.returnsOn}`],
    [words.heads, String(letter.heads)],
    [words.total, moneyText(letter.total)],
    [words.branch, say(letter.branch)],
    ...guided,
  ];
  return page({
    ...{ house: say(letter.agency), title: say(words.title), number: letter.orderNumber },
    content: [
      table(
        [80, '*'],
        facts.map(([name, value]) => [{ text: say(name), color: '#555555' }, value]),
      ),
      heading(words.days),
      ...(days.length === 0 ? [say(words.noPlan)] : days.map((day) => dayOf(day, say))),
      heading(words.notes),
      { ul: words.noteList.map(say) },
    ],
  });
}

const dayOf = ({ day, title, segments }: Day, say: (text: Texts) => string) => ({
  stack: [
    { text: `${day}  ${say(title)}`, fontSize: 10, margin: [0, 4, 0, 2] },
    ...segments.map(({ text, from, to }) => ({
      text: [[from, to].filter((time) => time !== undefined).join('–'), say(text)].join('  ').trim(),
      margin: [14, 0, 0, 0],
    })),
  ],
});
