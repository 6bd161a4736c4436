import { Alert, Col, Form, Input, InputNumber, Row } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Departure } from '../../api/gen/booking.ts';
import { ChooseBranch } from '../../names/choose-records.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

interface DepartureForm extends Pick<
  Departure,
  'departsOn' | 'returnsOn' | 'minimumGroup' | 'cutOffDays' | 'note'
> {
  readonly operatingBranchId?: string;
}

const touches = [
  ['booking', 'departure'],
  ['booking', 'product'],
];

/** Changes what was scheduled; the dates only while nothing of it is sold, which the form says and booking decides. */
export function ChangeDeparture({
  departure,
  open,
  onClose,
}: {
  readonly departure: Departure;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<DepartureForm>();
  const seen = useAsOpened(departure, open);
  const { id: departureId, version, departsOn, returnsOn, minimumGroup, cutOffDays, note } = seen;
  const { operatingBranchId } = seen;
  const change = useChange(
    (body: DepartureForm, key) =>
      answer(
        api.booking.PUT('/v1/departures/{departureId}', {
          params: { path: { departureId } },
          body,
          headers: changing(key, version),
        }),
      ),
    { touches, done: t('departureChanged') },
  );
  return (
    <FormDrawer
      title={t('changeDeparture')}
      name={`departure-${departureId}`}
      version={version}
      {...{ open, onClose, form, change }}
      initial={{
        ...{ departsOn, returnsOn, minimumGroup, cutOffDays, note },
        ...(operatingBranchId !== null && { operatingBranchId }),
      }}
    >
      <ChangeFields sold={seen.remaining < seen.capacity} capacity={seen.capacity} />
    </FormDrawer>
  );
}

function ChangeFields({ sold, capacity }: { readonly sold: boolean; readonly capacity: number }) {
  const t = texts.use();
  const required = [{ required: true, message: patternTexts.say('required') }];
  const dates = (['departsOn', 'returnsOn'] as const).map((name) => (
    <Col xs={24} sm={12} key={name} hidden={sold}>
      <Form.Item name={name} label={t(name)} rules={required}>
        <LocalDateInput />
      </Form.Item>
    </Col>
  ));
  return (
    <>
      <Alert type="info" title={t(sold ? 'datesFixed' : 'datesFree')} style={{ marginBottom: 16 }} />
      <Row gutter={16}>
        {dates}
        <Col xs={24} sm={12}>
          <Form.Item name="minimumGroup" label={t('minimum')} rules={required}>
            <InputNumber min={1} max={capacity} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        </Col>
        <Col xs={24} sm={12}>
          <Form.Item name="cutOffDays" label={t('cutOff')} rules={required}>
            <InputNumber min={0} max={180} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        </Col>
      </Row>
      <Form.Item name="operatingBranchId" label={t('operatingBranch')}>
        <ChooseBranch />
      </Form.Item>
      <Form.Item name="note" label={t('note')}>
        <Input.TextArea rows={3} maxLength={2000} showCount />
      </Form.Item>
    </>
  );
}
