import { DeleteOutlined, PlusOutlined } from './icons.tsx';
import { Button, Flex, Form, Input } from 'antd';
import { texts } from './texts.ts';

/** Several short texts of a form, each in both languages. */
export function LocalTextList({ name, label }: { readonly name: string | string[]; readonly label: string }) {
  const t = texts.use();
  const required = [{ required: true, whitespace: true, message: t('required') }];
  return (
    <Form.Item label={label} required={false}>
      <Form.List name={name}>
        {(fields, { add, remove }) => (
          <Flex vertical gap="small">
            {fields.map(({ key, name: place }) => (
              <Flex key={key} gap="small" align="start">
                <Form.Item name={[place, 'zh']} rules={required} noStyle>
                  <Input
                    aria-label={`${label} ${place + 1} ${t('inChinese')}`}
                    placeholder={t('inChinese')}
                  />
                </Form.Item>
                <Form.Item name={[place, 'en']} rules={required} noStyle>
                  <Input
                    aria-label={`${label} ${place + 1} ${t('inEnglish')}`}
                    placeholder={t('inEnglish')}
                  />
                </Form.Item>
                <Button
                  icon={<DeleteOutlined />}
                  style={{ flexShrink: 0 }}
                  aria-label={`${t('remove')} ${label} ${place + 1}`}
                  onClick={() => remove(place)}
                />
              </Flex>
            ))}
            <Button
              icon={<PlusOutlined />}
              onClick={() => add({ zh: '', en: '' })}
              style={{ alignSelf: 'start' }}
            >
              {t('addOne')}
            </Button>
          </Flex>
        )}
      </Form.List>
    </Form.Item>
  );
}
