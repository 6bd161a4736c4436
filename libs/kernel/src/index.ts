export {
  DomainError,
  defineErrors,
  translate,
  type FieldProblem,
  type Locale,
  type Texts,
} from './errors.ts';
export {
  allocate,
  money,
  moneyFromJson,
  moneyText,
  moneyTexts,
  moneyToJson,
  type Money,
  type MoneyJson,
} from './money.ts';
export { csvOf } from './csv.ts';
export { isCountry } from './countries.ts';
export { isId, newId } from './ids.ts';
export { fixedClock, systemClock, type Clock } from './clock.ts';
export { addDays, daysBetween, localDate, today, type LocalDate } from './dates.ts';
