import type { FieldProblem, LocalDate as Day } from '@yitu/kernel';
import { localDate } from '@yitu/kernel';
import { command, query, type UnitOfWork } from '@yitu/persistence';
import { LocalDate, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { addSetting, newestSetting, type RuleKind } from '../rules/settings.ts';
import { workingDayErrors } from './errors.ts';
import { holidaysOfChina } from './holidays-of-china.ts';
import type { Calendar } from './working-days.ts';

/** Years an agency has entered, beside those that came with the system. */
const publicHolidays: RuleKind<{ readonly years: Calendar }> = {
  ...{ kind: 'public-holidays', objectType: 'PublicHolidays' },
  initial: { years: {} },
};

/** The public holidays an agency goes by: years it has entered go before those that came with the system. */
export async function calendarOf(uow: UnitOfWork): Promise<Calendar> {
  return { ...holidaysOfChina, ...(await newestSetting(uow, publicHolidays)).years };
}

const SpecialDay = Type.Object({
  date: LocalDate,
  kind: Type.Enum(['off', 'worked'], {
    description: 'A public holiday, or a day of a weekend that is worked instead',
  }),
});
type SpecialDay = Static<typeof SpecialDay>;

const messages = {
  'of-the-year': { zh: '须在该年内', en: 'must be of the year' },
  once: { zh: '同一天出现两次', en: 'stands there twice' },
  weekend: { zh: '调休上班日须是周末', en: 'must be a weekend day, to be worked instead' },
};

/** What of the days of a year cannot be. */
function problemsOf(year: string, days: readonly SpecialDay[]): FieldProblem[] {
  return days.flatMap(({ date, kind }, index) => {
    const broken = (rule: keyof typeof messages): FieldProblem => ({
      ...{ field: `/body/days/${index}/date`, rule, message: messages[rule] },
    });
    if (!date.startsWith(`${year}-`)) return [broken('of-the-year')];
    if (days.findIndex((one) => one.date === date) < index) return [broken('once')];
    return kind === 'worked' && localDate(date).dayOfWeek <= 5 ? [broken('weekend')] : [];
  });
}

const datesOf = (days: readonly SpecialDay[], kind: SpecialDay['kind']): Day[] =>
  days
    .filter((one) => one.kind === kind)
    .map(({ date }) => date)
    .toSorted();

interface NewYear {
  readonly year: string;
  readonly days: readonly SpecialDay[];
  readonly dryRun: boolean;
  readonly version: number;
}

const setYear = command(
  { permission: 'booking.rules.set' },
  async (uow, { year, days, dryRun, version }: NewYear) => {
    const fields = problemsOf(year, days);
    if (fields.length > 0) throw workingDayErrors.holidaysDoNotFit({ year }, { fields });
    const entered = { off: datesOf(days, 'off'), worked: datesOf(days, 'worked') };
    const { years } = await newestSetting(uow, publicHolidays);
    const setting = { years: { ...years, [year]: entered }, version };
    if (!dryRun) await addSetting(uow, publicHolidays, setting);
    return { year, ...entered, source: 'agency' as const };
  },
);

const getYears = query({ permission: 'booking.rules.read' }, async (uow, _input: object) => {
  const { years: entered, version } = await newestSetting(uow, publicHolidays);
  const all = Object.entries({ ...holidaysOfChina, ...entered });
  const years = all
    .toSorted(([one], [other]) => (one < other ? 1 : -1))
    .map(([year, { off, worked }]) => ({
      ...{ year, off: [...off], worked: [...worked] },
      source: year in entered ? ('agency' as const) : ('built-in' as const),
    }));
  return { years, version };
});

const YearView = Type.Object(
  {
    year: Type.String(),
    off: Type.Array(LocalDate, { description: 'Public holidays' }),
    worked: Type.Array(LocalDate, { description: 'Days of weekends worked instead' }),
    source: Type.Enum(['built-in', 'agency']),
  },
  { title: 'YearOfHolidays' },
);

export const publicHolidayRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/public-holidays/:year',
    summary: 'Enter the public holidays of a year, all of them at once; with dryRun they are only checked',
    access: 'booking.rules.set',
    params: Type.Object({ year: Type.String({ pattern: '^20[0-9]{2}$' }) }),
    query: Type.Object({ dryRun: Type.Boolean({ default: false }) }),
    body: Type.Object({ days: Type.Array(SpecialDay, { minItems: 1, maxItems: 200 }) }),
    result: YearView,
    versioned: true,
    handle: (call, { params: { year }, query: { dryRun }, body: { days }, version }) =>
      setYear(call, { year, days, dryRun, version }),
  }),
  route({
    method: 'GET',
    path: '/v1/public-holidays',
    summary: 'The public holidays refunds are reckoned by, the latest year first',
    access: 'booking.rules.read',
    result: Type.Object({ years: Type.Array(YearView), version: Version }, { title: 'PublicHolidays' }),
    handle: (call) => getYears(call, {}),
  }),
];
