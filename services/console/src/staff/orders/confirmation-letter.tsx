import { answer, api } from '../../api/client.ts';
import type { Order } from '../../api/gen/booking.ts';
import { PdfMenu } from '../../patterns/pdf-menu.tsx';
import { useMay } from '../../session/me.ts';
import type { Locale } from '../../texts/locale.ts';
import { texts } from './texts.ts';

const languages = ['zh', 'en'] as const satisfies readonly Locale[];
const confirmed = ['confirmed', 'travelling', 'completed', 'settled'];

/** The letter that confirms an order's trip, in either language: whoever prints it may speak another one than the customer. */
export function ConfirmationLetter({ order }: { readonly order: Pick<Order, 'id' | 'number' | 'state'> }) {
  const t = texts.use();
  const may = useMay();
  if (!confirmed.includes(order.state) || !may('itinerary.confirmation-letter.read')) return null;
  return (
    <PdfMenu
      label={t('letter')}
      papers={languages.map((language) => ({
        key: language,
        label: t(`letter-${language}`),
        name: `${order.number}-${language}`,
        ask: () => letterOf(order.id, language),
      }))}
    />
  );
}

const letterOf = (orderId: string, language: Locale): Promise<Blob> =>
  answer(
    api.itinerary.GET('/v1/confirmation-letters/{orderId}', {
      params: { path: { orderId }, query: { language } },
      parseAs: 'blob',
    }),
  );
