import { answer, api, changing } from '../../api/client.ts';
import type { QuotationDetail } from '../../api/gen/booking.ts';
import { ActionDialog, ReasonField } from '../../patterns/action-dialog.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

export interface QuotationDialogProps {
  readonly quotation: QuotationDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

const touches = [['booking', 'quotation']];
const at = ({ id, version }: QuotationDetail, key: string) => ({
  params: { path: { quotationId: id } },
  headers: changing(key, version),
});

export function SendQuotation({ quotation: shown, ...dialog }: QuotationDialogProps) {
  const t = texts.use();
  const quotation = useAsOpened(shown, dialog.open);
  const change = useChange(
    (_nothing: object, key) =>
      answer(api.booking.POST('/v1/quotations/{quotationId}/sending', at(quotation, key))),
    { touches, done: t('sent') },
  );
  return (
    <ActionDialog
      title={t('send')}
      explanation={t('sendWhy')}
      action={t('send')}
      {...dialog}
      change={change}
    />
  );
}

export function AcceptQuotation({ quotation: shown, ...dialog }: QuotationDialogProps) {
  const t = texts.use();
  const quotation = useAsOpened(shown, dialog.open);
  const change = useChange(
    (_nothing: object, key) =>
      answer(api.booking.POST('/v1/quotations/{quotationId}/acceptance', at(quotation, key))),
    { touches, done: t('accepted') },
  );
  return <ActionDialog title={t('accept')} action={t('accept')} {...dialog} change={change} />;
}

export function DeclineQuotation({ quotation: shown, ...dialog }: QuotationDialogProps) {
  const t = texts.use();
  const quotation = useAsOpened(shown, dialog.open);
  const change = useChange(
    (body: { readonly reason: string }, key) =>
      answer(api.booking.POST('/v1/quotations/{quotationId}/declination', { ...at(quotation, key), body })),
    { touches, done: t('declined') },
  );
  return (
    <ActionDialog
      title={t('decline')}
      action={t('decline')}
      draft={{ name: `decline-quotation-${quotation.id}`, version: quotation.version }}
      {...dialog}
      change={change}
    >
      <ReasonField />
    </ActionDialog>
  );
}
