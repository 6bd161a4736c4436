import type { CouponCampaign } from '../../api/gen/booking.ts';
import { todayIn } from '../../format/dates.ts';
import { moneyText, shareText } from '../../format/money.ts';
import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import { useMe } from '../../session/me.ts';
import { texts } from './texts.ts';

const tones = { 'to-come': 'waiting', running: 'good', over: 'over', ended: 'over' } satisfies Record<
  string,
  Tone
>;

/** Whether it takes something off today. */
export function CampaignState({ of }: { readonly of: CouponCampaign }) {
  const t = texts.use();
  const today = todayIn(useMe().agency.timeZone);
  const state = stateOn(today, of);
  return <StateTag tone={tones[state]}>{t(state)}</StateTag>;
}

function stateOn(today: string, { state, validFrom, validTo }: CouponCampaign): keyof typeof tones {
  if (state === 'ended') return 'ended';
  if (today < validFrom) return 'to-come';
  return today <= validTo ? 'running' : 'over';
}

/** What it takes off: `¥50.00`; `10%, at most ¥200.00`. */
export function offText({ kind, value, cap, currency }: CouponCampaign): string {
  if (kind === 'fixed') return moneyText({ amount: value, currency });
  const share = shareText(Number(value));
  return cap === null ? share : texts.say('atMost', { share, cap: moneyText({ amount: cap, currency }) });
}
