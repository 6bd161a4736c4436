import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { answer, api, changing } from '../../../api/client.ts';
import type { CancellationPreview, OrderDetail } from '../../../api/gen/booking.ts';
import { useChange } from '../../../patterns/use-change.ts';
import { partOf, previewOf, wordsOf, type CancelForm, type Kind } from './cancel-form.ts';
import { texts } from './texts.ts';

/** What a cancellation as it is entered would come to. */
export function usePreview(order: OrderDetail, kind: Kind, said: Partial<CancelForm>, open: boolean) {
  const asked = previewOf(order, kind, said);
  return useQuery({
    queryKey: ['booking', 'order', order.id, 'cancellation-preview', order.version, asked],
    enabled: open && asked !== undefined,
    // The clock decides too: nothing that was asked before counts as known.
    staleTime: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/orders/{orderId}/cancellation-preview', {
          // Asked only when it is said what is cancelled.
          params: {
            path: { orderId: order.id },
            query: asked ?? { cause: 'customer', place: 0, count: 1, singleRooms: 0 },
          },
          signal,
        }),
      ),
  });
}

/** Cancels what was previewed: on that version, and at that penalty where the customer agreed to it. */
export function useCancellation(order: OrderDetail, kind: Kind, latest: CancellationPreview | undefined) {
  const first = useRef<{ readonly key: string; readonly preview: CancellationPreview | undefined }>(
    undefined,
  );
  return useChange(
    (form: CancelForm, key) => {
      // Tried again, it agrees to what it agreed to first, though the preview was reckoned anew since.
      if (first.current?.key !== key) first.current = { key, preview: latest };
      const { preview } = first.current;
      const at = {
        params: { path: { orderId: order.id } },
        headers: changing(key, preview?.orderVersion ?? order.version),
      };
      const words = wordsOf(form, order.total.currency);
      const agreed = { ...words, ...(preview && { agreedPenalty: preview.penalty }) };
      const part = partOf(order, form);
      if (kind === 'agency') {
        const { provenCost: _none, ...told } = words; // in force majeure it is what noted losses prove
        return answer(
          api.booking.POST('/v1/orders/{orderId}/agency-cancellation', {
            ...at,
            body: { ...told, cause: form.cause },
          }),
        );
      }
      if (kind === 'no-show') {
        const { noticeArrivedAt: _none, ...body } = words;
        return answer(
          api.booking.POST('/v1/orders/{orderId}/no-show', {
            ...at,
            body: { ...body, ...(part && { part }) },
          }),
        );
      }
      if (kind === 'break-off')
        return answer(
          api.booking.POST('/v1/orders/{orderId}/break-off', {
            ...at,
            body: { ...agreed, ...(part && { part }) },
          }),
        );
      return part
        ? answer(
            api.booking.POST('/v1/orders/{orderId}/part-cancellation', { ...at, body: { ...agreed, part } }),
          )
        : answer(api.booking.POST('/v1/orders/{orderId}/cancellation', { ...at, body: agreed }));
    },
    {
      touches: [
        ['booking', 'order'],
        ['booking', 'departure'],
      ],
      done: texts.say('done'),
    },
  );
}
