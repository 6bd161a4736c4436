import { useNavigate } from '@tanstack/react-router';
import { Alert, Form } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { QuotationDetail, QuotationRequest } from '../../api/gen/booking.ts';
import { moneyText } from '../../format/money.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { datesText } from '../quotation-requests/request-words.tsx';
import { formOf, quotationBody, type QuotationForm } from './quotation-form.ts';
import { QuotationFields } from './quotation-fields.tsx';
import { texts } from './texts.ts';
import { quotedUntil } from '../selling/quoted-until.ts';

interface DrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Writes a quotation, and opens it. @param request what it answers: the customer's, begun with what they asked for */
export function WriteQuotation({
  open,
  onClose,
  request,
}: DrawerProps & { readonly request?: QuotationRequest }) {
  const t = texts.use();
  const navigate = useNavigate();
  const { currency } = useMe().agency;
  const [form] = Form.useForm<QuotationForm>();
  const change = useChange(
    async (said: QuotationForm, key) => {
      const { id } = await answer(
        api.booking.POST('/v1/quotations', {
          body: {
            ...quotationBody(said, currency),
            customerId: request?.customerId ?? said.customerId ?? '',
            ...(request && { quotationRequestId: request.id }),
          },
          headers: changing(key),
        }),
      );
      await navigate({ to: '/quotations/$quotationId', params: { quotationId: id } });
    },
    {
      touches: [
        ['booking', 'quotation'],
        ['booking', 'quotation-request'],
      ],
      done: t('written'),
    },
  );
  return (
    <FormDrawer<QuotationForm>
      title={t('write')}
      name={`write-quotation${request ? `-${request.id}` : ''}`}
      {...{ open, onClose, form, change }}
      initial={{
        currency,
        counts: [{ category: 'adult', count: 2 }],
        lines: [],
        discounts: [],
        coupons: [],
        validUntil: quotedUntil(),
        ...(request && wishOf(request)),
      }}
      width={1000}
    >
      {request && <AskedFor request={request} />}
      <QuotationFields customerFixed={request !== undefined} />
    </FormDrawer>
  );
}

/** A quotation begun with what the customer asked for. */
const wishOf = ({
  productId,
  departureId,
  travellers,
  budget,
}: QuotationRequest): Partial<QuotationForm> => ({
  ...(productId && { productId }),
  ...(departureId && { departureId }),
  ...(budget && { currency: budget.currency }),
  counts: [{ category: 'adult', count: travellers }],
});

/** What the customer wants, in sight of whoever quotes it. */
function AskedFor({ request }: { readonly request: QuotationRequest }) {
  const t = texts.use();
  const { travellers, budget, words } = request;
  const facts = [t('askedTravellers', { travellers }), datesText(request), budget && moneyText(budget)];
  return (
    <Alert
      type="info"
      title={facts.filter(Boolean).join(' · ')}
      {...(words && { description: <span style={{ whiteSpace: 'pre-wrap' }}>{words}</span> })}
      style={{ marginBottom: 16 }}
    />
  );
}

/** The next revision of a quotation; the ones before stay as they were. */
export function ReviseQuotation({
  quotation,
  open,
  onClose,
}: DrawerProps & { readonly quotation: QuotationDetail }) {
  const t = texts.use();
  const { currency } = useMe().agency;
  const [form] = Form.useForm<QuotationForm>();
  const opened = useAsOpened(quotation, open);
  const { id: quotationId, version, number } = opened;
  const change = useChange(
    (said: QuotationForm, key) =>
      answer(
        api.booking.PUT('/v1/quotations/{quotationId}', {
          params: { path: { quotationId } },
          body: quotationBody(said, currency),
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'quotation']], done: t('revised') },
  );
  return (
    <FormDrawer<QuotationForm>
      title={`${t('revise')} ${number}`}
      name={`revise-quotation-${quotationId}`}
      version={version}
      {...{ open, onClose, form, change }}
      initial={formOf(opened)}
      width={1000}
    >
      <QuotationFields customerFixed />
    </FormDrawer>
  );
}
