import type { ReactNode } from 'react';
import type { Product } from '../../api/gen/booking.ts';
import { listText, localText } from '../../format/names.ts';
import { Money } from '../../patterns/money.tsx';
import { lodgingWords, transportWords } from '../../names/product-words.ts';
import { texts } from './texts.ts';

type Details = Product['details'];

/** What a product says beyond what all of them do, name by name. To be used below `texts.use()`. */
export function detailFacts(details: Details): (readonly [string, ReactNode])[] {
  const shown: { readonly [name in keyof Details]?: ReactNode } = {
    ...details,
    lodgingClass: details.lodgingClass && lodgingWords.word(details.lodgingClass),
    transport: details.transport && listText(details.transport.map(transportWords.word)),
    meetingPoint: details.meetingPoint && localText(details.meetingPoint),
    roomTypes: details.roomTypes && listText(details.roomTypes.map(localText)),
    venue: details.venue && localText(details.venue),
    withDriver: details.withDriver === undefined ? undefined : texts.word(details.withDriver ? 'yes' : 'no'),
    entries: details.entries && texts.word(details.entries),
    coverage: details.coverage && <Money of={details.coverage} />,
    soldPer: details.soldPer && texts.word(details.soldPer),
  };
  return Object.entries(shown).flatMap(([name, value]) =>
    value === undefined ? [] : [[detailName(name), value] as const],
  );
}

/** What a detail is called. */
export const detailName = (name: string): string =>
  texts.word(name === 'from' ? 'routeFrom' : name === 'to' ? 'routeTo' : name);
