import { Alert, Card, Form, Input, Radio, Typography } from 'antd';
import type { OrderDetail } from '../../../api/gen/booking.ts';
import { moneyText } from '../../../format/money.ts';
import { FormDrawer } from '../../../patterns/form-drawer.tsx';
import { InstantInput } from '../../../patterns/instant-input.tsx';
import { Loaded } from '../../../patterns/loaded.tsx';
import { MoneyInput } from '../../../patterns/money-input.tsx';
import { texts as patternTexts } from '../../../patterns/texts.ts';
import type { CancelForm, Kind } from './cancel-form.ts';
import { PartFields } from './part-fields.tsx';
import { Reckoning } from './reckoning.tsx';
import { texts } from './texts.ts';
import { useCancellation, usePreview } from './use-cancellation.ts';

interface CancelOrderProps {
  readonly kind: Kind;
  readonly order: OrderDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Cancels an order or a part of it. What it comes to stands beside the form, line by line, before anything is done. */
export function CancelOrder({ kind, order, open, onClose }: CancelOrderProps) {
  const t = texts.use();
  const [form] = Form.useForm<CancelForm>();
  const said = Form.useWatch([], { form, preserve: true }) as Partial<CancelForm> | undefined; // typed by this very form
  const query = usePreview(order, kind, said ?? {}, open);
  const preview = query.isPlaceholderData ? undefined : query.data;
  const change = useCancellation(order, kind, preview);
  const { currency } = order.total;
  return (
    <FormDrawer<CancelForm>
      title={`${t(kind)} ${order.number}`}
      name={`cancel-${kind}-${order.id}-${order.version}`}
      {...{ open, onClose, form, change }}
      initial={{ scope: 'whole', cause: 'agency', count: 1, singleRooms: 0 }}
      width={640}
      action={t('confirm')}
      danger
      ready={preview !== undefined && !query.isFetching}
    >
      {kind === 'agency' ? <CauseField /> : <ScopeField />}
      {kind === 'agency' && said?.cause === 'force-majeure' && (
        <Alert type="info" title={t('lossesWhy')} style={{ marginBottom: 16 }} />
      )}
      {kind !== 'agency' && said?.scope === 'part' && <PartFields order={order} />}
      <CircumstancesFields kind={kind} currency={currency} />
      <Card size="small" title={t('preview')}>
        {query.fetchStatus === 'idle' && !query.data && !query.error ? (
          <Typography.Text type="secondary">{t('previewWaits')}</Typography.Text>
        ) : (
          <Loaded query={query}>
            {(found) => (
              <>
                <Reckoning of={found} supplierSide={found.supplierSide} />
                {(kind === 'customer' || kind === 'break-off') && (
                  <Alert
                    type="warning"
                    title={t('agreed', { penalty: moneyText(found.penalty) })}
                    style={{ marginTop: 16 }}
                  />
                )}
              </>
            )}
          </Loaded>
        )}
      </Card>
    </FormDrawer>
  );
}

function ScopeField() {
  const t = texts.use();
  return (
    <Form.Item name="scope" label={t('scope')} rules={[{ required: true }]}>
      <Radio.Group
        options={[
          { value: 'whole', label: t('whole') },
          { value: 'part', label: t('part') },
        ]}
      />
    </Form.Item>
  );
}

function CauseField() {
  const t = texts.use();
  return (
    <Form.Item name="cause" label={t('cause')} rules={[{ required: true }]}>
      <Radio.Group
        options={[
          { value: 'agency', label: t('ownCause') },
          { value: 'force-majeure', label: t('force-majeure') },
        ]}
      />
    </Form.Item>
  );
}

function CircumstancesFields({ kind, currency }: { readonly kind: Kind; readonly currency: string }) {
  const t = texts.use();
  const required = [{ required: true, whitespace: true, message: patternTexts.say('required') }];
  const proven = Form.useWatch<string | null | undefined>('provenCost');
  return (
    <>
      {kind !== 'no-show' && (
        <Form.Item name="noticeArrivedAt" label={t('notice')} extra={t('noticeHint')}>
          <InstantInput />
        </Form.Item>
      )}
      {kind !== 'agency' && (
        <Form.Item name="provenCost" label={t('provenCost')} extra={t('provenCostHint')}>
          <MoneyInput currency={currency} />
        </Form.Item>
      )}
      {kind !== 'agency' && proven && proven !== '0' && (
        <Form.Item name="proof" label={t('proof')} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
      )}
      <Form.Item name="reason" label={t('reason')} rules={required}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  );
}
