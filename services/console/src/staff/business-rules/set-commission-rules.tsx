import { Form, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { CommissionRule, CommissionRulesInForce } from '../../api/gen/booking.ts';
import { ChooseBranch } from '../../names/choose-records.tsx';
import { AmountInput } from '../../patterns/amount-input.tsx';
import { FieldRows } from '../../patterns/field-rows.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { PercentInput } from '../../patterns/percent-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { kinds, kindWords } from '../../names/product-words.ts';
import { channels } from '../selling/words.ts';
import { texts } from './texts.ts';

interface RuleRow extends CommissionRule {
  readonly by: 'share' | 'seat';
}

interface RulesForm {
  readonly rules?: readonly RuleRow[];
}

/** What a row says, without what it leaves open. */
const ruleIn = ({ by, sellingBranchId, productKind, channel, basisPoints, perSeat }: RuleRow) => ({
  ...(sellingBranchId && { sellingBranchId }),
  ...(productKind && { productKind }),
  ...(channel && { channel }),
  ...(by === 'share' && basisPoints !== undefined && { basisPoints }),
  ...(by === 'seat' && perSeat && { perSeat }),
});

const ways = ['counter', 'portal', 'agent'] as const;

/** Sets all rules at once, for orders confirmed from now on. */
export function SetCommissionRules({
  shown,
  open,
  onClose,
}: {
  readonly shown: CommissionRulesInForce;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const { version, rules } = useAsOpened(shown, open);
  const [form] = Form.useForm<RulesForm>();
  const change = useChange(
    ({ rules: said = [] }: RulesForm, key) =>
      answer(
        api.booking.PUT('/v1/commission-rules', {
          body: { rules: said.map(ruleIn) },
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'commission-rules']], done: t('saved') },
  );
  return (
    <FormDrawer<RulesForm>
      title={t('commissions')}
      name="commission-rules"
      version={version}
      {...{ open, onClose, form, change }}
      initial={{ rules: rules.map((rule) => ({ ...rule, by: rule.perSeat ? 'seat' : 'share' })) }}
      width={960}
    >
      <FieldRows name="rules" add={t('addCommission')} empty={{ by: 'share' }}>
        {(place, of) => <RuleFields place={place} of={of} />}
      </FieldRows>
    </FormDrawer>
  );
}

function RuleFields({ place, of }: { readonly place: number; readonly of: (what: string) => string }) {
  const t = texts.use();
  const by = Form.useWatch<RuleRow['by'] | undefined>(['rules', place, 'by']);
  const rules = [{ required: true, message: patternTexts.say('required') }];
  return (
    <>
      <div style={{ width: 220 }}>
        <Form.Item name={[place, 'sellingBranchId']} noStyle>
          <ChooseBranch aria-label={of(t('seller'))} placeholder={t('allBranches')} />
        </Form.Item>
      </div>
      <Form.Item name={[place, 'productKind']} noStyle>
        <Select
          aria-label={of(t('productKind'))}
          placeholder={t('allKinds')}
          allowClear
          options={kinds.map((value) => ({ value, label: kindWords.word(value) }))}
          style={{ width: 150 }}
        />
      </Form.Item>
      <Form.Item name={[place, 'channel']} noStyle>
        <Select
          aria-label={of(t('channel'))}
          placeholder={channels.word('*')}
          allowClear
          options={ways.map((value) => ({ value, label: channels.word(value) }))}
          style={{ width: 140 }}
        />
      </Form.Item>
      <Form.Item name={[place, 'by']} noStyle>
        <Select
          aria-label={of(t('by'))}
          options={(['share', 'seat'] as const).map((value) => ({ value, label: t(`by-${value}`) }))}
          style={{ width: 120 }}
        />
      </Form.Item>
      <div style={{ width: 210 }}>
        {by === 'seat' ? (
          <Form.Item name={[place, 'perSeat']} rules={rules} style={{ margin: 0 }}>
            <AmountInput label={of(t('commission'))} />
          </Form.Item>
        ) : (
          <Form.Item name={[place, 'basisPoints']} rules={rules} style={{ margin: 0 }}>
            <PercentInput label={of(t('commission'))} />
          </Form.Item>
        )}
      </div>
    </>
  );
}
