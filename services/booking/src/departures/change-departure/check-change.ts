import { addDays } from '@yitu/kernel';
import { errors } from '../../errors.ts';
import type { DepartureState, GroupStanding } from '../departure.ts';
import { checkNotCancelled } from './decide.ts';

/** What of a departure is changed, as it is and as it is to be. */
interface Terms {
  readonly departsOn: string;
  readonly returnsOn: string;
  readonly cutOffDays: number;
  readonly minimumGroup: number;
}

interface Scheduled extends Terms {
  readonly state: DepartureState;
  readonly groupStanding: GroupStanding;
  readonly capacity: number;
  readonly tripBeganAt?: unknown;
}

/**
 * Whether a scheduled departure may be changed like this. Its dates stay once anybody counts on them.
 * @param untouched whether nothing of it is sold, held, quoted, waited for or taken of allotments @param date today at the departure
 * @throws booking/departure-wrong-state, departed, minimum-above-capacity, return-before-departure, departure-dates-fixed, departs-in-the-past, cut-off-passed
 */
export function checkChange(departure: Scheduled, wish: Terms, untouched: boolean, date: string): void {
  checkNotCancelled(departure);
  if (departure.tripBeganAt || date > departure.departsOn)
    throw errors.departed({ date: departure.departsOn });
  checkMinimum(wish.minimumGroup, departure.capacity, '/body/minimumGroup');
  if (wish.returnsOn < wish.departsOn)
    throw errors.returnBeforeDeparture({ fields: [{ field: '/body/returnsOn', ...notBefore }] });
  const moved = wish.departsOn !== departure.departsOn || wish.returnsOn !== departure.returnsOn;
  if (moved) checkMoving(wish, untouched, date);
  const cutOff = addDays(wish.departsOn, -wish.cutOffDays);
  const before = addDays(departure.departsOn, -departure.cutOffDays);
  if (cutOff !== before && cutOff < date)
    throw errors.cutOffPassed({ cutOff }, { fields: [{ field: '/body/cutOffDays', ...notPast }] });
}

function checkMoving({ departsOn }: Terms, untouched: boolean, date: string): void {
  if (!untouched) throw errors.departureDatesFixed({ fields: [{ field: '/body/departsOn', ...fixed }] });
  if (departsOn < date) throw errors.departsInThePast({ fields: [{ field: '/body/departsOn', ...notPast }] });
}

/** A group that cannot be reached is none. @param field that is to be named @throws booking/minimum-above-capacity */
export function checkMinimum(minimumGroup: number, capacity: number, field: string): void {
  if (minimumGroup <= capacity) return;
  const message = {
    zh: `最低成团人数（${minimumGroup}）不能多于总座位（${capacity}）`,
    en: `the minimum group (${minimumGroup}) cannot be more than the capacity (${capacity})`,
  };
  throw errors.minimumAboveCapacity({ fields: [{ field, rule: 'minimum-within-capacity', message }] });
}

const notBefore = {
  rule: 'not-before-departure',
  message: { zh: '不能早于出发日期', en: 'must not be before the departure' },
};
const notPast = { rule: 'not-past', message: { zh: '日期已过', en: 'is over already' } };
const fixed = {
  rule: 'untouched',
  message: {
    zh: '已有订单、占位、报价、候补或配额占用时不能改期',
    en: 'stays while anything is sold, held, quoted, waited for or taken of allotments',
  },
};
