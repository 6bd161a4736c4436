import dayjs from 'dayjs';
import { now } from '../../format/clock.ts';

/** Until when a quotation is good unless somebody says otherwise: a week from today, a local date. */
export const quotedUntil = (): string => dayjs(now()).add(7, 'day').format('YYYY-MM-DD');
