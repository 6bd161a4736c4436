import { Form } from 'antd';
import { excessOf, type Counts, type NamedTraveller } from './party.ts';
import { texts } from './texts.ts';
import { TravellersField } from './travellers-field.tsx';
import { categories } from './words.ts';

/** `travellers` of a form: no more of a category than are ordered. */
export function TravellersItem({
  customerId,
  departsOn,
  counts,
  named,
}: {
  readonly customerId: string;
  readonly departsOn: string;
  readonly counts: Counts;
  /** Who has a place already, and is not to be chosen. */
  readonly named?: readonly string[];
}) {
  const t = texts.use();
  return (
    <Form.Item
      name="travellers"
      label={t('travellers')}
      rules={[
        {
          validator: (_rule, travellers: readonly NamedTraveller[]) => {
            const excess = excessOf(counts, travellers);
            return excess
              ? Promise.reject(new Error(t('tooMany', { category: categories.word(excess) })))
              : Promise.resolve();
          },
        },
      ]}
    >
      <TravellersField {...{ customerId, departsOn, counts }} {...(named && { named })} />
    </Form.Item>
  );
}
