import { Form } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Money } from '../../format/money.ts';
import { ChooseFranchise } from '../../names/choose-records.tsx';
import { AmountInput } from '../../patterns/amount-input.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

interface LimitForm {
  readonly branchId: string;
  readonly limit: Money;
}

/** Proposes how much credit a franchise branch has. */
export function ProposeLimit({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = texts.use();
  const [form] = Form.useForm<LimitForm>();
  const change = useChange(
    (body: LimitForm, key) => answer(api.booking.POST('/v1/credit-limits', { body, headers: changing(key) })),
    { touches: [['booking', 'credit-limit']], done: t('proposedNow') },
  );
  const rules = [{ required: true, message: patternTexts.say('required') }];
  return (
    <FormDrawer<LimitForm>
      title={t('propose')}
      name="propose-credit-limit"
      {...{ open, onClose, form, change }}
      action={t('propose')}
    >
      <Form.Item name="branchId" label={t('branch')} rules={rules}>
        <ChooseFranchise />
      </Form.Item>
      <Form.Item name="limit" label={t('limit')} extra={t('proposeHint')} rules={rules}>
        <AmountInput />
      </Form.Item>
    </FormDrawer>
  );
}
