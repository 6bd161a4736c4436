import { Form, Radio, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { GroupRules, GroupRulesInForce } from '../../api/gen/booking.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

interface RulesForm extends Pick<GroupRules, 'belowMinimum'> {
  /** As they are typed. */
  readonly decisionDays: readonly string[];
}

const consequences = ['at-risk', 'cancel'] as const;

/** Whether all of them are days before departure, each named once. */
const areDays = (typed: readonly string[]): boolean =>
  typed.every((day) => /^[1-9]\d{0,2}$/.test(day) && Number(day) <= 365) &&
  new Set(typed.map(Number)).size === typed.length;

/** Sets when groups are decided on. */
export function ChangeGroupRules({
  rules,
  open,
  onClose,
}: {
  readonly rules: GroupRulesInForce;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<RulesForm>();
  const { version, decisionDays, belowMinimum } = useAsOpened(rules, open);
  const change = useChange(
    (said: RulesForm, key) =>
      answer(
        api.booking.PUT('/v1/group-rules', {
          body: { ...said, decisionDays: said.decisionDays.map(Number) },
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'group-rules']], done: t('changed') },
  );
  return (
    <FormDrawer<RulesForm>
      title={t('change')}
      name="group-rules"
      version={version}
      {...{ open, onClose, form, change }}
      initial={{ belowMinimum, decisionDays: decisionDays.map(String) }}
    >
      <RulesFields />
    </FormDrawer>
  );
}

/** On which days before departure, and what follows where there are too few. */
function RulesFields() {
  const t = texts.use();
  return (
    <>
      <Form.Item
        name="decisionDays"
        label={t('daysField')}
        required={false}
        extra={t('daysHint')}
        rules={[
          {
            validator: (_rule, typed: readonly string[]) =>
              areDays(typed) ? Promise.resolve() : Promise.reject(new Error(t('daysWrong'))),
          },
        ]}
      >
        <Select mode="tags" open={false} suffixIcon={null} maxCount={10} tokenSeparators={[',', '，', ' ']} />
      </Form.Item>
      <Form.Item
        name="belowMinimum"
        label={t('belowMinimum')}
        extra={t('belowHint')}
        rules={[{ required: true, message: t('required') }]}
      >
        <Radio.Group vertical options={consequences.map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
    </>
  );
}
