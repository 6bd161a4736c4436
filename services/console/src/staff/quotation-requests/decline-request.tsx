import { answer, api, changing } from '../../api/client.ts';
import type { QuotationRequest } from '../../api/gen/booking.ts';
import { ActionDialog, ReasonField } from '../../patterns/action-dialog.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

/** Answers that there will be no quotation, with a reason for the customer. */
export function DeclineRequest({
  request,
  ...dialog
}: {
  readonly request: QuotationRequest;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const { id: quotationRequestId, version } = useAsOpened(request, dialog.open);
  const change = useChange(
    (body: { readonly reason: string }, key) =>
      answer(
        api.booking.POST('/v1/quotation-requests/{quotationRequestId}/declination', {
          params: { path: { quotationRequestId } },
          body,
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'quotation-request']], done: t('declinedNow') },
  );
  return (
    <ActionDialog
      title={t('decline')}
      explanation={t('declineWhy')}
      action={t('decline')}
      draft={{ name: `decline-request-${quotationRequestId}`, version }}
      {...dialog}
      change={change}
    >
      <ReasonField />
    </ActionDialog>
  );
}
