import { right, table, type Cell, type Printable } from '@yitu/documents';
import { moneyText, type Locale, type Texts } from '@yitu/kernel';
import type { Content } from '../content.ts';
import { words } from './words.ts';

/** What a quotation is printed with beside its content. */
export interface Sheet {
  readonly agency: Texts;
  readonly number: string;
  readonly revision: number;
  /** Local date at the agency. */
  readonly date: string;
  /** What is written across each page. */
  readonly mark: 'draft' | 'superseded' | null;
  readonly content: Content;
  /** With cost and margin: never for a customer. */
  readonly withCost: boolean;
}

/** A quotation as a document in one language. */
export function layoutQuotation(sheet: Sheet, locale: Locale): Printable {
  const { content, number, revision, mark, withCost } = sheet;
  const say = (text: Texts) => text[locale];
  return {
    footer: `${say(sheet.agency)}  ${number} (${revision})`,
    definition: {
      pageSize: 'A4',
      pageOrientation: withCost ? 'landscape' : 'portrait', // a column more
      pageMargins: [40, 40, 40, 50],
      info: { title: `${say(words.title)} ${number}` },
      ...(mark && { watermark: { text: say(words[mark]), opacity: 0.08 } }),
      content: [
        { text: say(sheet.agency), fontSize: 11 },
        { text: say(words.title), fontSize: 20, margin: [0, 4, 0, 8] },
        ...(withCost ? [{ text: say(words.internal), color: '#b00020', margin: [0, 0, 0, 6] }] : []),
        head(sheet, say),
        lineTable(sheet, say),
        ...stepTable(content, say),
        { text: say(words.rule), fontSize: 8, color: '#555555', margin: [0, 0, 0, 8] },
        sums(sheet, say),
        ...(content.note
          ? [{ text: say(words.note), fontSize: 11, margin: [0, 10, 0, 2] }, content.note]
          : []),
      ],
    },
  };
}

type Say = (text: Texts) => string;

function head({ number, revision, date, content }: Sheet, say: Say) {
  const { departure, validUntil } = content;
  const rows: [Texts, string][] = [
    [words.number, number],
    [words.revision, String(revision)],
    [words.date, date],
    [words.validUntil, validUntil],
  ];
  if (departure) {
    const { productName, groupNumber, departsOn, returnsOn } = departure;
    rows.push([words.product, say(productName)], [words.group, groupNumber]);
    rows.push([words.travel, `${departsOn} – ${returnsOn}`]);
  }
  return table(
    [80, '*'],
    rows.map(([name, value]) => [{ text: say(name), color: '#555555' }, value]),
  );
}

/** An amount without its currency, which stands at the head of the column. */
const plain = (amount: string, currency: string): Cell =>
  right(moneyText({ amount: BigInt(amount), currency }).slice(currency.length + 1));

/** One row a line; its columns are those that whoever reads may see. */
function lineTable({ content, withCost }: Sheet, say: Say) {
  const { currency, lines, shown } = content;
  const titles = [words.unitPrice, words.amount, words.net, ...(withCost ? [words.unitCost] : [])];
  const heads = [
    ...titles.map((title) => `${say(title)} (${currency})`),
    ...(shown ? [`${say(words.net)} (${shown.currency})`] : []),
  ];
  const rows = lines.map(({ text, count, unitPrice, amount, net, unitCost }, index) => [
    say(text),
    right(String(count)),
    ...[unitPrice, amount, net].map((one) => plain(one, currency)),
    ...(withCost ? [unitCost === null ? right('–') : plain(unitCost, currency)] : []),
    ...(shown ? [plain(shown.lines[index] ?? '0', shown.currency)] : []),
  ]);
  const header = [say(words.item), ...[say(words.count), ...heads].map(right)];
  return table(['*', 28, ...heads.map(() => 66)], [header, ...rows], 1);
}

/** Each step that takes something off, with the amount before and after it. */
function stepTable({ steps, lines, discounts, coupons, currency }: Content, say: Say) {
  if (steps.length === 0) return [];
  const money = (amount: string) => right(moneyText({ amount: BigInt(amount), currency }));
  const nameOf = ({ kind, index }: Content['steps'][number]): string => {
    if (kind === 'line-discount') return say(words.lineDiscount) + say(lines[index]?.text ?? words.item);
    if (kind === 'discount') return say(words.discount) + say(discounts[index]?.name ?? words.item);
    const coupon = coupons[index];
    return `${say(words.coupon)}${say(coupon?.name ?? words.item)} ${coupon?.code ?? ''}`;
  };
  const header = [
    say(words.steps),
    ...[words.before, words.reduction, words.after].map((title) => right(say(title))),
  ];
  const rows = steps.map((step) => [
    nameOf(step),
    ...[money(step.before), money(`-${step.reduction}`), money(step.after)],
  ]);
  return [table(['*', 80, 80, 80], [header, ...rows], 1)];
}

function sums({ content, withCost }: Sheet, say: Say) {
  const { currency, shown, cost, costedNet, costComplete } = content;
  const text = (amount: bigint) => moneyText({ amount, currency });
  const large = (name: Texts, value: string) => [
    { text: say(name), fontSize: 12 },
    { text: value, fontSize: 12 },
  ];
  const rows: Cell[][] = [
    [say(words.subtotal), text(BigInt(content.subtotal))],
    large(words.total, text(BigInt(content.total))),
  ];
  if (shown) {
    const { total, rate, rateOn, source } = shown;
    const inOther = moneyText({ amount: BigInt(total), currency: shown.currency });
    rows.push(large(words.total, inOther));
    rows.push([
      say(words.rate),
      `1 ${currency} = ${rate} ${shown.currency} (${rateOn}, ${say(words.source)}: ${source})`,
    ]);
  }
  if (withCost) {
    const part = costComplete ? '' : say(words.incomplete);
    rows.push([say(words.cost), text(BigInt(cost)) + part]);
    rows.push([say(words.margin), text(BigInt(costedNet) - BigInt(cost)) + part]);
  }
  return { stack: [table([80, '*'], rows)], unbreakable: true };
}
