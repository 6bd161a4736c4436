import { Button } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { OwnQuotationDetail } from '../../api/gen/booking.ts';
import { ActionDialog, ReasonField } from '../../patterns/action-dialog.tsx';
import { Confirm } from '../../patterns/confirm.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { texts } from './texts.ts';
import '../trips/trips.css';

const touches = [['booking', 'quotation']];

/** Yes or no to a quotation that waits for it. What is agreed to is the version that was read: a newer one is shown first. */
export function Answer({ quotation }: { readonly quotation: OwnQuotationDetail }) {
  const t = texts.use();
  const may = useMay();
  const accept = useChange(
    ({ id: quotationId, version }: Pick<OwnQuotationDetail, 'id' | 'version'>, key) =>
      answer(
        api.booking.POST('/v1/own-quotations/{quotationId}/acceptance', {
          params: { path: { quotationId } },
          headers: changing(key, version),
        }),
      ),
    { touches, done: t('acceptedNow') },
  );
  const { id, version, state } = quotation;
  if (state !== 'sent' || !may('booking.own-quotation.answer')) return null;
  return (
    <section className="panel answers">
      <Confirm
        label={t('accept')}
        why={t('acceptWhy')}
        input={{ id, version }}
        change={accept}
        button={{ type: 'primary', size: 'large' }}
      />
      <Decline quotation={quotation} />
    </section>
  );
}

function Decline({ quotation }: { readonly quotation: OwnQuotationDetail }) {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const { id: quotationId, version } = useAsOpened(quotation, open);
  const decline = useChange(
    ({ reason }: { readonly reason: string }, key) =>
      answer(
        api.booking.POST('/v1/own-quotations/{quotationId}/declination', {
          params: { path: { quotationId } },
          body: { reason: reason.trim() },
          headers: changing(key, version),
        }),
      ),
    { touches, done: t('declinedNow') },
  );
  return (
    <>
      <Button size="large" onClick={() => setOpen(true)}>
        {t('decline')}
      </Button>
      <ActionDialog<{ reason: string }>
        title={t('decline')}
        explanation={t('declineWhy')}
        action={t('decline')}
        draft={{ name: `decline-own-quotation-${quotationId}`, version }}
        open={open}
        onClose={() => setOpen(false)}
        change={decline}
      >
        <ReasonField />
      </ActionDialog>
    </>
  );
}
