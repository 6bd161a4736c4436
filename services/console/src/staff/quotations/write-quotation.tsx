import { useNavigate } from '@tanstack/react-router';
import { Form } from 'antd';
import dayjs from 'dayjs';
import { answer, api, changing } from '../../api/client.ts';
import type { QuotationDetail } from '../../api/gen/booking.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { formOf, quotationBody, type QuotationForm } from './quotation-form.ts';
import { QuotationFields } from './quotation-fields.tsx';
import { texts } from './texts.ts';

interface DrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Writes a quotation, and opens it. */
export function WriteQuotation({ open, onClose }: DrawerProps) {
  const t = texts.use();
  const navigate = useNavigate();
  const { currency } = useMe().agency;
  const [form] = Form.useForm<QuotationForm>();
  const change = useChange(
    async (said: QuotationForm, key) => {
      const { id } = await answer(
        api.booking.POST('/v1/quotations', {
          body: { ...quotationBody(said, currency), customerId: said.customerId ?? '' },
          headers: changing(key),
        }),
      );
      await navigate({ to: '/quotations/$quotationId', params: { quotationId: id } });
    },
    { touches: [['booking', 'quotation']], done: t('written') },
  );
  return (
    <FormDrawer<QuotationForm>
      title={t('write')}
      name="write-quotation"
      {...{ open, onClose, form, change }}
      initial={{
        currency,
        counts: [{ category: 'adult', count: 2 }],
        lines: [],
        discounts: [],
        coupons: [],
        validUntil: dayjs().add(7, 'day').format('YYYY-MM-DD'),
      }}
      width={1000}
    >
      <QuotationFields />
    </FormDrawer>
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
  const { id: quotationId, version, number } = useAsOpened(quotation, open);
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
      name={`revise-quotation-${quotationId}-${version}`}
      {...{ open, onClose, form, change }}
      initial={formOf(quotation)}
      width={1000}
    >
      <QuotationFields customerFixed />
    </FormDrawer>
  );
}
