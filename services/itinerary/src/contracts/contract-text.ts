import { daysBetween, type Money, type Texts } from '@yitu/kernel';
import Handlebars from 'handlebars';
import { inFigures } from '../amount.ts';
import type { BookedOrder, Departure } from '../bookings.ts';
import type { Day } from '../plans/plan.ts';
import { inCapitals } from './capital-numerals.ts';

/** What a contract is about. */
export interface Subject {
  readonly number: string;
  readonly customer: string;
  /** The agency, acting through one of its branches. */
  readonly agencyName: Texts;
  readonly branchName: Texts;
  readonly order: Pick<BookedOrder, 'number' | 'heads'> & { readonly total: Money };
  readonly departure: Omit<Departure, 'departureId' | 'state'>;
  readonly plan: { readonly title: Texts; readonly days: readonly Day[] } | undefined;
  /** Local date of the agency. */
  readonly date: string;
}

/** The text of a contract: plain text, so nothing is escaped. @throws when the template names something a contract does not have */
export const contractText = (template: string, subject: Subject): string =>
  writerOf(template)(valuesOf(subject));

type Writer = ReturnType<typeof Handlebars.compile>;

/** Compiling takes ten times as long as writing, and others wait for the number that is already drawn: so each wording is compiled once. */
const writers = new Map<string, Writer>();

function writerOf(template: string): Writer {
  const known = writers.get(template);
  if (known) return known;
  const write = Handlebars.compile(template, { strict: true, noEscape: true, knownHelpersOnly: true });
  if (writers.size >= 1_000) writers.clear();
  writers.set(template, write);
  return write;
}

function valuesOf({ number, customer, agencyName, branchName, order, departure, plan, date }: Subject) {
  const { departsOn, returnsOn, groupNumber, productName } = departure;
  return {
    number,
    date,
    departsOn,
    returnsOn,
    heads: order.heads,
    customer: oneLine(customer),
    agency: both(agencyName),
    branch: both(branchName),
    product: both(productName),
    groupNumber: oneLine(groupNumber),
    orderNumber: order.number,
    days: daysBetween(departsOn, returnsOn) + 1,
    price: {
      figures: inFigures(order.total),
      capitals: inCapitals(order.total),
    },
    plan: plan
      ? {
          title: both(plan.title),
          days: plan.days.map(({ day, title }) => ({
            day,
            ...both(title),
          })),
        }
      : null,
  };
}

const both = ({ zh, en }: Texts) => ({
  zh: oneLine(zh),
  en: oneLine(en),
});

/** What people typed stays on its line: nobody adds a clause to a contract by a name with line breaks. */
const oneLine = (text: string) => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
