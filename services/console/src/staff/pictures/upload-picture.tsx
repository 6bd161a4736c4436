import { UploadOutlined } from '../../patterns/icons.tsx';
import { Button, Flex, Form, Input, Typography, Upload } from 'antd';
import { changing } from '../../api/client.ts';
import { ActionDialog } from '../../patterns/action-dialog.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useChange } from '../../patterns/use-change.ts';
import { pictureCalls, touchedBy, type Pictured } from './picture-calls.ts';
import { texts } from './texts.ts';

interface UploadForm {
  readonly file: File;
  readonly altZh: string;
  readonly altEn: string;
}

/** Adds a picture at the end, with what it shows in words. */
export function UploadPicture({
  thing,
  open,
  onClose,
}: {
  readonly thing: Pictured;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const required = [{ required: true, whitespace: true, message: patternTexts.say('required') }];
  const change = useChange(
    ({ file, altZh, altEn }: UploadForm, key) =>
      pictureCalls[thing.of].add(thing.id, { file, alt: { zh: altZh, en: altEn } }, changing(key)),
    { touches: touchedBy(thing), done: t('uploaded') },
  );
  return (
    <ActionDialog<UploadForm>
      title={t('upload')}
      action={t('upload')}
      draft={{ name: `upload-picture-${thing.of}-${thing.id}` }}
      {...{ open, onClose, change }}
    >
      <Form.Item
        name="file"
        label={t('file')}
        extra={t('picturesHint')}
        rules={[{ required: true, message: t('fileMissing') }]}
      >
        <FileInput />
      </Form.Item>
      <Form.Item name="altZh" label={t('altZh')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="altEn" label={t('altEn')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
    </ActionDialog>
  );
}

function FileInput({ value, onChange }: { readonly value?: File; readonly onChange?: (file: File) => void }) {
  const t = texts.use();
  return (
    <Flex gap="small" align="center">
      <Upload
        accept="image/jpeg,image/png,image/webp"
        showUploadList={false}
        beforeUpload={(file) => {
          onChange?.(file);
          return false; // it goes with the form
        }}
      >
        <Button icon={<UploadOutlined />}>{t('chooseFile')}</Button>
      </Upload>
      <Typography.Text>{value?.name}</Typography.Text>
    </Flex>
  );
}
