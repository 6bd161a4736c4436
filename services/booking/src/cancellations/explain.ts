import { moneyTexts, type Texts } from '@yitu/kernel';
import type { BasisPoints } from './policy.ts';
import type { Line } from './reckoning.ts';

/** What one line of a reckoning says to people, in both languages. @param currency of its amounts */
export function explain(line: Line, currency: string): Texts {
  const amount = 'amount' in line ? moneyTexts({ amount: line.amount, currency }) : none;
  switch (line.code) {
    case 'fee':
      return { zh: `旅游费用总额 ${amount.zh}`, en: `Total price of the trip: ${amount.en}` };
    case 'notice':
      return notice(line);
    case 'tier':
      return tier(line, amount);
    case 'supplier-loss':
      return {
        zh: `供应商不予退还“${line.service}”：${amount.zh}`,
        en: `Not returned by the supplier, “${line.service}”: ${amount.en}`,
      };
    case 'no-show-tier':
      return {
        zh: `未到场，按行程开始当日扣除 ${percent(line.share)}：${amount.zh}`,
        en: `No-show: ${percent(line.share)} as on the day of departure: ${amount.en}`,
      };
    case 'during-trip':
      return {
        zh: `行程中解除：当日比例 ${percent(line.share)}，其余费用按 ${line.tripDays} 天中已出游 ${line.elapsedDays} 天计算：${amount.zh}`,
        en: `During the trip: ${percent(line.share)} at once, of the rest ${line.elapsedDays} of ${line.tripDays} days: ${amount.en}`,
      };
    case 'compensation-tier':
      return {
        zh: `旅行社${span(line).zh}解除，违约金比例 ${percent(line.share)}：${amount.zh}`,
        en: `Cancelled by the agency ${span(line).en}: compensation of ${percent(line.share)}: ${amount.en}`,
      };
    default:
      return sums(amount)[line.code];
  }
}

const none: Texts = { zh: '', en: '' };

const sums = (amount: Texts) => ({
  'cost-proven': { zh: `已证明的实际损失 ${amount.zh}`, en: `Actual cost proven: ${amount.en}` },
  'cost-limited': {
    zh: `实际损失以旅游费用总额为限：${amount.zh}`,
    en: `Limited to the price of the trip: ${amount.en}`,
  },
  penalty: { zh: `业务损失费合计 ${amount.zh}`, en: `Penalty: ${amount.en}` },
  paid: { zh: `已付款 ${amount.zh}`, en: `Paid so far: ${amount.en}` },
  refund: { zh: `应退款 ${amount.zh}`, en: `Refund: ${amount.en}` },
  'full-refund': { zh: `全额退款 ${amount.zh}`, en: `Refunded in full: ${amount.en}` },
  outstanding: { zh: `业务损失费尚欠 ${amount.zh}`, en: `Penalty still to be paid: ${amount.en}` },
  'compensation-due': { zh: `另付违约金 ${amount.zh}`, en: `Compensation beside it: ${amount.en}` },
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

const tier = (line: Extract<Line, { code: 'tier' | 'compensation-tier' }>, amount: Texts): Texts => ({
  zh: `${span(line).zh}解除，按旅游费用的 ${percent(line.share)} 扣除：${amount.zh}`,
  en: `Cancelled ${span(line).en}: ${percent(line.share)} of the price: ${amount.en}`,
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
