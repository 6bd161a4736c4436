import { useNavigate } from '@tanstack/react-router';
import { Button, DatePicker, Flex, Form, Space, type FormInstance } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Departure } from '../../api/gen/booking.ts';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { countList, seatsOf } from '../selling/party.ts';
import type { Party } from './desk-state.ts';
import { forgetDesk } from './kept-desk.ts';
import type { PriceForm } from './price-form.ts';
import { texts } from './texts.ts';
import { useDesk } from './use-desk.ts';
import { quotedUntil } from '../selling/quoted-until.ts';

interface PriceActionsProps {
  readonly form: FormInstance<PriceForm>;
  readonly departure: Departure;
  readonly party: Party;
  /** What was kept of the form is not needed any more. */
  readonly onDone: () => void;
}

/** Places the order, saves a quotation, or joins the waiting list where there is no room. */
export function PriceActions({ form, departure, party, onDone }: PriceActionsProps) {
  const t = texts.use();
  const may = useMay();
  const { place, quote, wait } = usePlacing(departure, () => {
    forgetDesk();
    onDone();
  });
  const full = seatsOf(party.counts) > departure.remaining;
  const nobody = seatsOf(party.counts) === 0;
  const asked = (act: (form: PriceForm) => void) => {
    void form.validateFields().then(
      () => act(form.getFieldsValue()),
      () => form.focusField('customer'), // what is missing stands at its field
    );
  };
  return (
    <>
      <ProblemAlert problem={place.error ?? quote.error ?? wait.error} />
      <Flex gap="middle" wrap align="end">
        {may('booking.order.place') && (
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            disabled={full || nobody}
            loading={place.isPending}
            onClick={(event) => {
              event.preventDefault();
              asked(place.mutate);
            }}
          >
            {t('place')}
          </Button>
        )}
        {full && may('booking.waiting-list.join') && (
          <Button size="large" loading={wait.isPending} onClick={() => asked(wait.mutate)}>
            {t('wait')}
          </Button>
        )}
        {may('booking.quotation.write') && (
          <Quote
            disabled={nobody}
            loading={quote.isPending}
            onQuote={(validUntil) => asked((values) => quote.mutate({ ...values, validUntil }))}
          />
        )}
      </Flex>
    </>
  );
}

/** Saves a quotation that is good until a day. */
function Quote({
  disabled,
  loading,
  onQuote,
}: {
  readonly disabled: boolean;
  readonly loading: boolean;
  readonly onQuote: (validUntil: string) => void;
}) {
  const t = texts.use();
  const [validUntil, setValidUntil] = useState(quotedUntil);
  return (
    <Space align="end">
      <Form.Item label={t('validUntil')} htmlFor="quoted-until" style={{ margin: 0 }}>
        <DatePicker
          id="quoted-until"
          allowClear={false}
          value={dayjs(validUntil)}
          onChange={(day) => day && setValidUntil(day.format('YYYY-MM-DD'))}
        />
      </Form.Item>
      <Button disabled={disabled} loading={loading} onClick={() => onQuote(validUntil)}>
        {t('quote')}
      </Button>
    </Space>
  );
}

/** The three ways on from a price. */
function usePlacing({ id: departureId }: Departure, onDone: () => void) {
  const t = texts.use();
  const navigate = useNavigate();
  const { goTo } = useDesk();
  const place = useChange(
    async (form: PriceForm, key) => {
      const order = await answer(
        api.booking.POST('/v1/orders', {
          body: { ...wishOf(form), coupons: couponsOf(form), departureId },
          headers: changing(key),
        }),
      );
      onDone();
      goTo('travellers', { order: order.id });
    },
    {
      touches: [
        ['booking', 'order'],
        ['booking', 'departure'],
      ],
    },
  );
  const wait = useChange(
    async (form: PriceForm, key) => {
      await answer(
        api.booking.POST('/v1/departures/{departureId}/waiting-list', {
          params: { path: { departureId } },
          body: wishOf(form),
          headers: changing(key),
        }),
      );
      onDone();
      await navigate({ to: '/departures/$departureId', params: { departureId } });
    },
    { touches: [['booking', 'waiting-entry']], done: t('waits') },
  );
  const quote = useQuoting(departureId, onDone);
  return { place, quote, wait };
}

function useQuoting(departureId: string, onDone: () => void) {
  const t = texts.use();
  const navigate = useNavigate();
  return useChange(
    async ({ validUntil, ...form }: PriceForm & { readonly validUntil: string }, key) => {
      const { customerId, counts, singleRooms, note } = wishOf(form);
      const rooms = singleRooms > 0 ? [{ category: 'single-supplement' as const, count: singleRooms }] : [];
      const { id } = await answer(
        api.booking.POST('/v1/quotations', {
          body: {
            ...{ customerId, departureId, counts: [...counts, ...rooms] },
            ...{ lines: [], discounts: [], coupons: couponsOf(form), validUntil, note },
          },
          headers: changing(key),
        }),
      );
      onDone();
      await navigate({ to: '/quotations/$quotationId', params: { quotationId: id } });
    },
    { touches: [['booking', 'quotation']], done: t('quoted') },
  );
}

const couponsOf = ({ coupons = [] }: PriceForm): string[] => [...coupons];

/** What is wished for, as booking takes it. */
const wishOf = ({ customer = '', counts, singleRooms, note = '' }: PriceForm) => ({
  ...{
    customerId: customer,
    counts: countList(counts),
    singleRooms: singleRooms ?? 0,
    travellers: [],
    note,
  },
});
