import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Form, Input } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { TemplateContent, TemplateDetail } from '../../api/gen/notifications.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { Letter } from './letter.tsx';
import { pathOf } from './template-queries.ts';
import { texts } from './texts.ts';

/** Changes what a template says. The version before stays, and so do the letters sent with it. */
export function EditTemplate({
  template: shown,
  open,
  onClose,
}: {
  readonly template: TemplateDetail;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const template = useAsOpened(shown, open);
  const [form] = Form.useForm<TemplateContent>();
  const path = pathOf(template);
  const change = useChange(
    (body: TemplateContent, key) =>
      answer(
        api.notifications.PUT('/v1/templates/{key}/{locale}', {
          params: { path },
          body,
          headers: changing(key, template.version),
        }),
      ),
    { touches: [['notifications', 'template']], done: t('saved') },
  );
  const required = [{ required: true, whitespace: true, message: t('required') }];
  const { subject, text, html } = template;
  return (
    <FormDrawer
      title={t('edit')}
      name={`edit-template-${template.key}-${template.locale}`}
      version={template.version}
      {...{ open, onClose, form, change }}
      initial={{ subject, text, html }}
      width={920}
    >
      <Form.Item name="subject" label={t('subject')} rules={required}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="text" label={t('text')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 20 }} />
      </Form.Item>
      {/* An inbox has no HTML: the field stays out of sight, and empty. */}
      <Form.Item name="html" label={t('html')} hidden={template.channel !== 'email'}>
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 20 }} className="source-text" spellCheck={false} />
      </Form.Item>
      <PreviewChanges template={template} />
    </FormDrawer>
  );
}

/** What the changed texts would say, before they are saved. */
function PreviewChanges({ template }: { readonly template: TemplateDetail }) {
  const t = texts.use();
  const form = Form.useFormInstance<TemplateContent>();
  const preview = useMutation({
    mutationFn: () =>
      answer(
        api.notifications.POST('/v1/templates/{key}/{locale}/preview', {
          params: { path: pathOf(template) },
          body: { draft: form.getFieldsValue() },
        }),
      ),
  });
  return (
    <Flex vertical gap="small">
      <div>
        <Button loading={preview.isPending} onClick={() => preview.mutate()}>
          {t('previewNow')}
        </Button>
      </div>
      <ProblemAlert problem={preview.error} />
      {preview.data && <Letter letter={preview.data} />}
    </Flex>
  );
}
