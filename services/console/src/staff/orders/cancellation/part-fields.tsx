import { Checkbox, Flex, Form, InputNumber, Select } from 'antd';
import type { OrderDetail } from '../../../api/gen/booking.ts';
import { texts as patternTexts } from '../../../patterns/texts.ts';
import { useTravellers } from '../../selling/use-travellers.ts';
import { lineKey, lineWord } from '../../selling/words.ts';
import { texts as orderTexts } from '../texts.ts';
import { lineOf, namesNeeded } from './cancel-form.ts';
import { texts } from './texts.ts';

/** Which part of an order: so many of a category, who of the named ones, and rooms alone that go with them. */
export function PartFields({ order }: { readonly order: OrderDetail }) {
  const t = texts.use();
  const form = Form.useFormInstance();
  const chosen = Form.useWatch<string | undefined>('line');
  const line = lineOf(order, chosen);
  const rooms = order.lines.find(({ category }) => category === 'single-supplement')?.count ?? 0;
  return (
    <>
      <Form.Item
        name="line"
        label={t('category')}
        rules={[{ required: true, message: patternTexts.say('required') }]}
      >
        <Select
          options={order.lines.map((one) => ({ value: lineKey(one), label: lineWord(one) }))}
          // Whoever was chosen of another category is not of this one.
          onChange={() => form.setFieldsValue({ count: 1, travellerIds: [], singleRooms: 0 })}
        />
      </Form.Item>
      <Form.Item name="count" label={t('count')}>
        <InputNumber min={1} max={line?.count ?? 1} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <WhoOfThem order={order} category={line?.category} />
      {rooms > 0 && line?.category === 'adult' && (
        <Form.Item name="singleRooms" label={t('singleRooms')}>
          <InputNumber min={0} max={rooms} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      )}
    </>
  );
}

function WhoOfThem({
  order,
  category,
}: {
  readonly order: OrderDetail;
  readonly category: string | undefined;
}) {
  const t = texts.use();
  const say = orderTexts.use();
  const known = useTravellers(order.customerId).data;
  const count = Form.useWatch<number | null | undefined>('count');
  const named = order.travellers.filter((one) => one.category === category);
  if (named.length === 0) return null;
  const needed = category ? namesNeeded(order, category, count ?? 1) : 0;
  const nameOf = (travellerId: string) =>
    known?.find(({ id }) => id === travellerId)?.name ??
    say('traveller', { place: order.travellers.findIndex((one) => one.travellerId === travellerId) + 1 });
  return (
    <Form.Item
      name="travellerIds"
      label={t('who')}
      rules={[{ required: needed > 0, message: t('whoNeeded') }]}
    >
      <Checkbox.Group>
        <Flex vertical gap={4}>
          {named.map(({ travellerId }) => (
            <Checkbox key={travellerId} value={travellerId}>
              {nameOf(travellerId)}
            </Checkbox>
          ))}
        </Flex>
      </Checkbox.Group>
    </Form.Item>
  );
}
