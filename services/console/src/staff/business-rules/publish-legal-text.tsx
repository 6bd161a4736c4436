import { Form, Input } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { LegalText } from '../../api/gen/identity.ts';
import { todayIn } from '../../format/dates.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { texts } from './texts.ts';

type TextForm = Pick<LegalText, 'textVersion' | 'validFrom' | 'texts'>;

/** Publishes the next version of what customers consent to, from a day on. */
export function PublishLegalText({
  kind,
  newest: known,
  open,
  onClose,
}: {
  readonly kind: LegalText['kind'];
  /** What the next one is written from. */
  readonly newest?: LegalText;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const newest = useAsOpened(known, open);
  const { timeZone } = useMe().agency;
  const [form] = Form.useForm<TextForm>();
  const required = [{ required: true, whitespace: true, message: patternTexts.say('required') }];
  const change = useChange(
    (values: TextForm, key) =>
      answer(api.identity.POST('/v1/legal-texts', { body: { kind, ...values }, headers: changing(key) })),
    { touches: [['identity', 'legal-text']], done: t('publishedText') },
  );
  return (
    <FormDrawer<TextForm>
      title={`${t('publishVersion')} · ${t(`legal-${kind}`)}`}
      name={`legal-text-${kind}-${newest?.id ?? ''}`}
      {...{ open, onClose, form, change }}
      initial={{ validFrom: todayIn(timeZone), ...(newest && { texts: newest.texts }) }}
      width={720}
      action={t('publishVersion')}
    >
      <Form.Item
        name="textVersion"
        label={t('textVersion')}
        extra={t('textVersionHint')}
        rules={[...required, { pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*$/, message: t('textVersionHint') }]}
      >
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="validFrom" label={t('validFrom')} rules={[{ required: true }]}>
        <LocalDateInput />
      </Form.Item>
      {(['zh', 'en'] as const).map((language) => (
        <Form.Item
          key={language}
          name={['texts', language]}
          label={`${t(`legal-${kind}`)} · ${patternTexts.say(language === 'zh' ? 'chinese' : 'english')}`}
          rules={required}
        >
          <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} maxLength={100_000} />
        </Form.Item>
      ))}
    </FormDrawer>
  );
}
