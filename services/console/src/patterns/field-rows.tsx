import { DeleteOutlined, PlusOutlined } from './icons.tsx';
import { Button, Flex, Form, Typography } from 'antd';
import type { ReactNode } from 'react';
import { texts } from './texts.ts';

/** Rows of fields that are added and removed; each row names itself to its fields. What is refused of all together stands below them. */
export function FieldRows({
  name,
  add: addText,
  empty,
  children,
}: {
  readonly name: string | (string | number)[];
  /** What the button says that adds one. */
  readonly add: string;
  /** What a new row holds. */
  readonly empty: object;
  /** @param of names a field of the row, for those who hear it */
  readonly children: (place: number, of: (what: string) => string) => ReactNode;
}) {
  const t = texts.use();
  return (
    <Form.List name={name}>
      {(fields, { add, remove }, { errors }) => (
        <Flex vertical gap="small">
          {fields.map(({ key, name: place }) => (
            <Form.Item key={key} style={{ margin: 0 }}>
              <Flex gap="small" wrap align="start">
                {children(place, (what) => t('ofLine', { what, place: place + 1 }))}
                <Button
                  icon={<DeleteOutlined />}
                  aria-label={t('removeLine', { place: place + 1 })}
                  onClick={() => remove(place)}
                />
              </Flex>
            </Form.Item>
          ))}
          <Button icon={<PlusOutlined />} style={{ alignSelf: 'start' }} onClick={() => add(empty)}>
            {addText}
          </Button>
          {errors.map((error, place) => (
            <Typography.Text key={place} type="danger">
              {error}
            </Typography.Text>
          ))}
        </Flex>
      )}
    </Form.List>
  );
}
