import type { Texts } from '@yitu/kernel';
import type { BasisPoints } from './policy.ts';
import type { Line } from './reckoning.ts';

/** What one line of a reckoning says to people, in both languages. @param currency of its amounts */
export function explain(line: Line, currency: string): Texts {
  const amount = 'amount' in line ? amountText(line.amount, currency) : '';
  switch (line.code) {
    case 'fee':
      return { zh: `旅游费用总额 ${amount}`, en: `Total price of the trip: ${amount}` };
    case 'notice':
      return notice(line);
    case 'tier':
      return tier(line, amount);
    case 'no-show-tier':
      return {
        zh: `未到场，按行程开始当日扣除 ${percent(line.share)}：${amount}`,
        en: `No-show: ${percent(line.share)} as on the day of departure: ${amount}`,
      };
    case 'during-trip':
      return {
        zh: `行程中解除：当日比例 ${percent(line.share)}，其余费用按 ${line.tripDays} 天中已出游 ${line.elapsedDays} 天计算：${amount}`,
        en: `During the trip: ${percent(line.share)} at once, of the rest ${line.elapsedDays} of ${line.tripDays} days: ${amount}`,
      };
    case 'compensation-tier':
      return {
        zh: `旅行社${span(line).zh}解除，违约金比例 ${percent(line.share)}：${amount}`,
        en: `Cancelled by the agency ${span(line).en}: compensation of ${percent(line.share)}: ${amount}`,
      };
    default:
      return sums(amount)[line.code];
  }
}

const sums = (amount: string) => ({
  'cost-proven': { zh: `已证明的实际损失 ${amount}`, en: `Actual cost proven: ${amount}` },
  'cost-limited': {
    zh: `实际损失以旅游费用总额为限：${amount}`,
    en: `Limited to the price of the trip: ${amount}`,
  },
  penalty: { zh: `业务损失费合计 ${amount}`, en: `Penalty: ${amount}` },
  paid: { zh: `已付款 ${amount}`, en: `Paid so far: ${amount}` },
  refund: { zh: `应退款 ${amount}`, en: `Refund: ${amount}` },
  'full-refund': { zh: `全额退款 ${amount}`, en: `Refunded in full: ${amount}` },
  outstanding: { zh: `业务损失费尚欠 ${amount}`, en: `Penalty still to be paid: ${amount}` },
  'compensation-due': { zh: `另付违约金 ${amount}`, en: `Compensation beside it: ${amount}` },
});

function notice({ noticeOn, departsOn, daysLeft }: Extract<Line, { code: 'notice' }>): Texts {
  const dates = {
    zh: `通知到达 ${noticeOn}，出发 ${departsOn}`,
    en: `Notice arrived ${noticeOn}, departure ${departsOn}`,
  };
  if (daysLeft > 0)
    return { zh: `${dates.zh}，提前 ${daysLeft} 天`, en: `${dates.en}: ${daysLeft} days before` };
  if (daysLeft === 0) return { zh: `${dates.zh}，行程开始当日`, en: `${dates.en}: on the day itself` };
  return { zh: `${dates.zh}，行程开始后第 ${-daysLeft} 天`, en: `${dates.en}: ${-daysLeft} days after it` };
}

type Span = { readonly fromDays: number; readonly untilDays: number | null };

const tier = (line: Extract<Line, { code: 'tier' | 'compensation-tier' }>, amount: string): Texts => ({
  zh: `${span(line).zh}解除，按旅游费用的 ${percent(line.share)} 扣除：${amount}`,
  en: `Cancelled ${span(line).en}: ${percent(line.share)} of the price: ${amount}`,
});

/** The days of a tier in words. */
function span({ fromDays, untilDays }: Span): Texts {
  if (untilDays === null)
    return { zh: `行程开始前 ${fromDays} 日以前`, en: `${fromDays} days or more before departure` };
  if (untilDays === 0) return { zh: '行程开始当日', en: 'on the day of departure' };
  return {
    zh: `行程开始前 ${untilDays} 日至 ${fromDays} 日`,
    en: `${untilDays} to ${fromDays} days before departure`,
  };
}

const percent = (share: BasisPoints) => `${share / 100}%`;

/** An amount for people, exact: `CNY 1,234.50`. */
export function amountText(amount: bigint, currency: string): string {
  const { maximumFractionDigits: digits = 0 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const units = amount.toString().padStart(digits + 1, '0');
  const whole = units.slice(0, units.length - digits).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${currency} ${whole}${digits > 0 ? `.${units.slice(-digits)}` : ''}`;
}
