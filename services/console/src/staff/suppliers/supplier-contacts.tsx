import { useMutation } from '@tanstack/react-query';
import { Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { SupplierContact, SupplierDetail } from '../../api/gen/booking.ts';
import { Itemised } from '../../patterns/itemised.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { useMay } from '../../session/me.ts';
import { ChangeContacts, type ReadContacts } from './change-contacts.tsx';
import { texts } from './texts.ts';

/** Whom to talk to at a supplier: masked until somebody asks for more, which is kept in the audit trail. */
export function SupplierContacts({ supplier }: { readonly supplier: SupplierDetail }) {
  const t = texts.use();
  const may = useMay();
  const { id: supplierId, version } = supplier;
  const [read, setRead] = useState<ReadContacts>();
  const [changed, setChanged] = useState<ReadContacts>();
  const [open, setOpen] = useState(false);
  const asking = useMutation({
    mutationFn: () =>
      answer(api.booking.GET('/v1/suppliers/{supplierId}/contacts', { params: { path: { supplierId } } })),
  });
  const reveal = () => asking.mutate(undefined, { onSuccess: setRead });
  const change = () =>
    asking.mutate(undefined, {
      onSuccess: (found) => {
        setChanged(found);
        setOpen(true);
      },
    });
  // What was read is of that version: a newer one is masked again.
  const shown = read?.version === version ? read.contacts : undefined;
  return (
    <Card
      title={t('contacts')}
      extra={
        may('booking.supplier-contact.set') &&
        may('booking.supplier-contact.read') && (
          <Button loading={asking.isPending} onClick={change}>
            {t('changeContacts')}
          </Button>
        )
      }
    >
      <ProblemAlert problem={asking.error} />
      <Flex vertical gap="middle">
        <Contacts contacts={shown ?? supplier.contacts} />
        {supplier.contacts.length > 0 && !shown && may('booking.supplier-contact.read') && (
          <Button loading={asking.isPending} onClick={reveal} style={{ alignSelf: 'start' }}>
            {t('showContacts')}
          </Button>
        )}
      </Flex>
      {changed && <ChangeContacts contacts={changed} open={open} onClose={() => setOpen(false)} />}
    </Card>
  );
}

function Contacts({ contacts }: { readonly contacts: readonly SupplierContact[] }) {
  const t = texts.use();
  if (contacts.length === 0) return <Typography.Text type="secondary">{t('noContacts')}</Typography.Text>;
  return (
    <Itemised
      label={t('contacts')}
      rows={contacts.map((contact, place) => ({ ...contact, place }))}
      rowKey={({ place }) => String(place)}
      columns={[
        { title: t('contact'), dataIndex: 'name' },
        { title: t('duty'), render: (_, { duty }) => duty || '—' },
        { title: t('phone'), render: (_, { phone }) => phone ?? '—' },
        { title: t('email'), render: (_, { email }) => email ?? '—' },
      ]}
    />
  );
}
