import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { OrderDetail } from '../../api/gen/booking.ts';
import { ActionDialog } from '../../patterns/action-dialog.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useTravellers } from '../selling/use-travellers.ts';
import { texts } from './texts.ts';

/** Has somebody else travel in the place of one who is named. Whether that is allowed still booking says. */
export function ReplaceTraveller({
  order,
  travellerId,
  name,
}: {
  readonly order: OrderDetail;
  readonly travellerId: string;
  readonly name: string;
}) {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const { id: orderId, version, customerId, travellers } = useAsOpened(order, open);
  const known = useTravellers(open ? customerId : undefined).data ?? [];
  const change = useChange(
    (body: { readonly byTravellerId: string }, key) =>
      answer(
        api.booking.POST('/v1/orders/{orderId}/traveller-replacements', {
          params: { path: { orderId } },
          body: { ...body, travellerId },
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'order']], done: t('travellerReplaced') },
  );
  const free = known.filter(({ id }) => travellers.every((named) => named.travellerId !== id));
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={`${t('replace')} ${name}`}>
        {t('replace')}
      </Button>
      <ActionDialog
        title={t('replaceTraveller', { name })}
        explanation={t('replaceWhy')}
        action={t('replace')}
        draft={{ name: `replace-traveller-${orderId}-${travellerId}`, version }}
        {...{ open, change }}
        onClose={() => setOpen(false)}
      >
        <Form.Item
          name="byTravellerId"
          label={t('inTheirPlace')}
          rules={[{ required: true, message: patternTexts.say('required') }]}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={free.map((one) => ({
              value: one.id,
              label: [one.name, one.latinName, one.birthDate].filter(Boolean).join(' '),
            }))}
          />
        </Form.Item>
      </ActionDialog>
    </>
  );
}
