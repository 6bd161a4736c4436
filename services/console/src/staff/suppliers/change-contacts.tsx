import { DeleteOutlined, PlusOutlined } from '../../patterns/icons.tsx';
import { Button, Card, Flex, Form, Input } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { SupplierContact } from '../../api/gen/booking.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

/** The contacts of a supplier as they are, and the version they were read at. */
export interface ReadContacts {
  readonly supplierId: string;
  readonly contacts: readonly SupplierContact[];
  readonly version: number;
}

interface ContactsForm {
  readonly contacts: readonly {
    readonly name: string;
    readonly duty?: string;
    readonly phone?: string | null;
    readonly email?: string | null;
  }[];
}

const most = 20;

/** Sets whom to talk to at a supplier. @param contacts as they were read when this was opened */
export function ChangeContacts({
  contacts: { supplierId, contacts, version },
  open,
  onClose,
}: {
  readonly contacts: ReadContacts;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<ContactsForm>();
  const change = useContactsChange(supplierId, version);
  return (
    <FormDrawer<ContactsForm>
      title={t('changeContacts')}
      name={`supplier-contacts-${supplierId}`}
      version={version}
      {...{ open, onClose, form, change }}
      initial={{ contacts: [...contacts] }}
      width={560}
    >
      <Form.List name="contacts">
        {(fields, { add, remove }) => (
          <Flex vertical gap="middle">
            {fields.map(({ key, name: place }) => (
              <ContactFields key={key} place={place} onRemove={() => remove(place)} />
            ))}
            {fields.length < most && (
              <Button
                icon={<PlusOutlined />}
                style={{ alignSelf: 'start' }}
                onClick={() => add({ name: '' })}
              >
                {t('addContact')}
              </Button>
            )}
          </Flex>
        )}
      </Form.List>
    </FormDrawer>
  );
}

function useContactsChange(supplierId: string, version: number) {
  const t = texts.use();
  return useChange(
    (said: ContactsForm, key) =>
      answer(
        api.booking.PUT('/v1/suppliers/{supplierId}/contacts', {
          params: { path: { supplierId } },
          body: {
            contacts: said.contacts.map(({ name, duty = '', phone, email }) => ({
              ...{ name, duty },
              ...(phone && { phone }),
              ...(email && { email }),
            })),
          },
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'supplier']], done: t('contactsChanged') },
  );
}

function ContactFields({ place, onRemove }: { readonly place: number; readonly onRemove: () => void }) {
  const t = texts.use();
  return (
    <Card
      size="small"
      title={t('contactNumber', { place: place + 1 })}
      extra={
        <Button
          size="small"
          icon={<DeleteOutlined />}
          aria-label={t('removeContact', { place: place + 1 })}
          onClick={onRemove}
        />
      }
    >
      <Form.Item
        name={[place, 'name']}
        label={t('contact')}
        rules={[{ required: true, whitespace: true, message: t('required') }]}
      >
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name={[place, 'duty']} label={t('duty')} extra={t('dutyHint')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item
        name={[place, 'phone']}
        label={t('phone')}
        required={false}
        dependencies={[['contacts', place, 'email']]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_rule, phone?: string | null) =>
              phone || getFieldValue(['contacts', place, 'email'])
                ? Promise.resolve()
                : Promise.reject(new Error(t('unreachable'))),
          }),
        ]}
      >
        <Input maxLength={24} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={[place, 'email']}
        label={t('email')}
        rules={[{ type: 'email', message: t('notAnAddress') }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
    </Card>
  );
}
