import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Input, Select, Typography, type FormInstance } from 'antd';
import { useEffect } from 'react';
import type { Departure } from '../../api/gen/booking.ts';
import { dateText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { useDraft } from '../../patterns/use-draft.ts';
import { useMay } from '../../session/me.ts';
import { CustomerSelect } from '../selling/customer-select.tsx';
import { seatsOf } from '../selling/party.ts';
import { PartyFields } from '../selling/party-fields.tsx';
import { PriceTable } from '../selling/price-table.tsx';
import { departureQuery, orderPriceQuery } from '../selling/queries.ts';
import { customerCategories } from '../selling/words.ts';
import { partyOf, partyText, type DeskSearch, type Party } from './desk-state.ts';
import { PriceActions } from './price-actions.tsx';
import type { PriceForm } from './price-form.ts';
import { texts } from './texts.ts';
import { useDesk } from './use-desk.ts';

/** For whom, how many, and what it costs; then it is placed, quoted, or waited for. */
export function PriceStep() {
  const { search } = useDesk();
  const query = useQuery(departureQuery(search.departure ?? ''));
  return <Loaded query={query}>{(departure) => <PriceIt departure={departure} />}</Loaded>;
}

function PriceIt({ departure }: { readonly departure: Departure }) {
  const t = texts.use();
  const { search, say } = useDesk();
  const [form] = Form.useForm<PriceForm>();
  const note = useDraft(`desk-${departure.id}-${search.customer ?? ''}`, form);
  useAddress(form, search);
  const change = (changed: Partial<PriceForm>, { customer, counts, singleRooms, note: text }: PriceForm) => {
    // A note is about one customer: it goes along on this page, but is not found with another one later.
    if ('customer' in changed) note.discard();
    say({ customer, party: partyText({ counts, singleRooms: singleRooms ?? 0 }) });
    note.keep({ note: text });
  };
  return (
    <Form<PriceForm>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ ...partyOf(search.party), customer: search.customer }}
      onValuesChange={change}
    >
      <Typography.Paragraph>
        <strong>{localText(departure.productName)}</strong> · {dateText(departure.departsOn)} ·{' '}
        {departure.groupNumber}
      </Typography.Paragraph>
      <Form.Item
        name="customer"
        label={t('customer')}
        rules={[{ required: true, message: t('customerNeeded') }]}
      >
        <CustomerSelect />
      </Form.Item>
      <PartyFields />
      <Expected departure={departure} party={partyOf(search.party)} customerId={search.customer} />
      <Form.Item name="coupons" label={t('coupons')} extra={t('couponsHint')} style={{ marginTop: 16 }}>
        <Select mode="tags" open={false} suffixIcon={null} maxCount={3} tokenSeparators={[' ', ',', '，']} />
      </Form.Item>
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <PriceActions
        form={form}
        departure={departure}
        party={partyOf(search.party)}
        onDone={() => note.discard()}
      />
    </Form>
  );
}

/** The address may change under the form: back, or a customer who was just entered. */
function useAddress(form: FormInstance<PriceForm>, { customer, party }: DeskSearch) {
  useEffect(() => {
    form.setFieldsValue({ ...partyOf(party), customer });
  }, [form, customer, party]);
}

function Expected({
  departure,
  party,
  customerId,
}: {
  readonly departure: Departure;
  readonly party: Party;
  readonly customerId: string | undefined;
}) {
  const t = texts.use();
  const may = useMay();
  const seats = seatsOf(party.counts);
  // Whoever may not place orders is told no price here: a quotation has its own.
  const enabled = seats > 0 && may('booking.order.place');
  const query = useQuery({ ...orderPriceQuery(departure.id, party, customerId), enabled });
  return (
    <>
      {seats > departure.remaining && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('notEnough', { seats, free: departure.remaining })}
          style={{ marginBottom: 16 }}
        />
      )}
      {enabled && (
        <Loaded query={query} lines={3}>
          {(price) => (
            <section aria-busy={query.isFetching}>
              <PriceTable price={price} />
              <Typography.Text type="secondary">
                {t('expected', { category: customerCategories.word(price.customerCategory) })}
              </Typography.Text>
            </section>
          )}
        </Loaded>
      )}
    </>
  );
}
