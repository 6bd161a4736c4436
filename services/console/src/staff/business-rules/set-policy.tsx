import { Form, InputNumber } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { CancellationPolicyInForce } from '../../api/gen/booking.ts';
import { FieldRows } from '../../patterns/field-rows.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { PercentInput } from '../../patterns/percent-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { CountrySelect } from '../selling/country-select.tsx';
import { NumberField } from './number-field.tsx';
import { scopes, sides, type Scale } from './policy-words.ts';
import { texts } from './texts.ts';

interface PolicyForm {
  readonly homeCountry: string;
  readonly refundWithinWorkingDays: number;
  readonly domestic: Scale;
  readonly outbound: Scale;
}

/** Sets what cancelling costs, for orders placed from now on. */
export function SetPolicy({
  shown,
  productId,
  open,
  onClose,
}: {
  readonly shown: CancellationPolicyInForce;
  readonly productId?: string;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const { scopeVersion, homeCountry, refundWithinWorkingDays, domestic, outbound } = useAsOpened(shown, open);
  const [form] = Form.useForm<PolicyForm>();
  const change = useChange(
    (policy: PolicyForm, key) =>
      answer(
        api.booking.PUT('/v1/cancellation-policy', {
          body: { ...policy, ...(productId && { productId }) },
          headers: changing(key, scopeVersion),
        }),
      ),
    { touches: [['booking', 'cancellation-policy']], done: t('saved') },
  );
  return (
    <FormDrawer<PolicyForm>
      title={t('cancelling')}
      name={`cancellation-policy-${productId ?? 'agency'}`}
      version={scopeVersion}
      {...{ open, onClose, form, change }}
      initial={{ homeCountry, refundWithinWorkingDays, domestic, outbound }}
      width={640}
    >
      <Form.Item name="homeCountry" label={t('home')} rules={[{ required: true }]}>
        <CountrySelect />
      </Form.Item>
      <NumberField
        name="refundWithinWorkingDays"
        label={t('refundWithin')}
        unit={t('workingDayUnit')}
        min={1}
        max={60}
      />
      {scopes.flatMap((scope) =>
        sides.map((side) => (
          <fieldset key={`${scope} ${side}`} className="plain-fieldset">
            <legend>{`${t(scope)} · ${t(side)}`}</legend>
            <TierFields name={[scope, side]} />
          </fieldset>
        )),
      )}
    </FormDrawer>
  );
}

function TierFields({ name }: { readonly name: string[] }) {
  const t = texts.use();
  const rules = [{ required: true, message: patternTexts.say('required') }];
  return (
    <div style={{ paddingBottom: 16 }}>
      <FieldRows name={name} add={t('addTier')} empty={{ fromDays: null, share: null }}>
        {(place, of) => (
          <>
            <Form.Item name={[place, 'fromDays']} rules={rules} style={{ margin: 0, width: 150 }}>
              <InputNumber
                aria-label={of(t('fromDays'))}
                prefix={t('fromDays')}
                suffix={t('dayUnit')}
                min={0}
                max={365}
                precision={0}
                style={{ width: '100%' }}
              />
            </Form.Item>
            <Form.Item name={[place, 'share']} rules={rules} style={{ margin: 0, width: 100 }}>
              <PercentInput label={of(t('share'))} />
            </Form.Item>
          </>
        )}
      </FieldRows>
    </div>
  );
}
