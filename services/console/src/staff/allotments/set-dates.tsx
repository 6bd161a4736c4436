import { Form, InputNumber } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Allotment } from '../../api/gen/booking.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { DateFields } from './date-fields.tsx';
import { texts } from './texts.ts';

export interface AllotmentFormProps {
  readonly allotment: Allotment;
  readonly open: boolean;
  readonly onClose: () => void;
}

interface DatesForm {
  readonly from: string;
  readonly to: string;
  readonly quantity?: number | null;
  readonly releaseDays?: number | null;
}

/** Sets the units of every date of a range: new ones, more, or fewer. */
export function SetDates({ allotment, open, onClose }: AllotmentFormProps) {
  const t = texts.use();
  const [form] = Form.useForm<DatesForm>();
  const { id: allotmentId, version, mode, releaseDays: usual } = useAsOpened(allotment, open);
  const change = useChange(
    ({ from, to, quantity, releaseDays }: DatesForm, key) =>
      answer(
        api.booking.PUT('/v1/allotments/{allotmentId}/dates', {
          params: { path: { allotmentId } },
          body: {
            ...{ from, to },
            ...(mode === 'allotment' && typeof quantity === 'number' && { quantity }),
            ...(typeof releaseDays === 'number' && { releaseDays }),
          },
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'allotment']], done: t('datesSet') },
  );
  return (
    <FormDrawer<DatesForm>
      title={t('setDates')}
      name={`allotment-dates-${allotmentId}`}
      version={version}
      {...{ open, onClose, form, change }}
    >
      <DateFields />
      {mode === 'allotment' && (
        <Form.Item
          name="quantity"
          label={t('quantityADay')}
          extra={t('quantityHint')}
          rules={[{ required: true, message: t('required') }]}
        >
          <InputNumber min={0} max={100_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      )}
      <Form.Item name="releaseDays" label={t('releaseDays')} extra={t('usualRelease', { days: usual })}>
        <InputNumber min={0} max={365} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </FormDrawer>
  );
}
