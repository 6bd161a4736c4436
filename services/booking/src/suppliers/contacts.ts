import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command } from '@yitu/persistence';
import { Id, route, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { supplierErrors } from './errors.ts';
import { Supplier, SupplierContact } from './supplier.ts';

const Contact = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 100 }),
  duty: Type.String({ maxLength: 100, default: '', description: 'What they are to be asked about' }),
  phone: Type.Optional(Type.String({ minLength: 6, maxLength: 24 })),
  email: Type.Optional(Type.String({ format: 'email', maxLength: 200 })),
});

const Contacts = Type.Object({ contacts: Type.Array(Contact, { maxItems: 20 }) });

const Shown = Type.Union([Type.String(), Type.Null()]);
export const ContactView = Type.Object(
  { name: Type.String(), duty: Type.String(), phone: Shown, email: Shown },
  { title: 'SupplierContact' },
);

const plain = ({ name, duty, phone, email }: SupplierContact): Static<typeof ContactView> => ({
  ...{ name, duty, phone: phone ?? null, email: email ?? null },
});

/** What everybody sees who sees suppliers: `王**`, `*********8000`, `w***@example.com`. */
export function maskedContact({ name, duty, phone, email }: SupplierContact): Static<typeof ContactView> {
  const [first = ''] = name;
  const [address = '', domain = ''] = email?.split('@') ?? [];
  return {
    name: `${first}**`,
    duty,
    phone: phone ? `${'*'.repeat(Math.max(phone.length - 4, 0))}${phone.slice(-4)}` : null,
    email: email ? `${address.slice(0, 1)}***@${domain}` : null,
  };
}

const setContacts = command(
  { permission: 'booking.supplier-contact.set' },
  async (uow, input: Static<typeof Contacts> & { supplierId: string; version: number }) => {
    const { supplierId, version, contacts } = input;
    const supplier = await uow.lock(Supplier, supplierId, version);
    checkReachable(contacts);
    for (const contact of await uow.find(SupplierContact, { supplierId })) uow.em.remove(contact);
    const { agencyId } = uow;
    const rows = contacts.map((contact) =>
      uow.add(uow.em.create(SupplierContact, { agencyId, id: newId(), supplierId, ...contact })),
    );
    uow.publish(supplier, events.supplierContactsSet, { supplierId, contacts: rows.length });
    return { supplierId, contacts: rows.map(plain), version: supplier.version };
  },
);

/** @throws booking/contact-unreachable naming the field */
function checkReachable(contacts: readonly Static<typeof Contact>[]): void {
  const fields = contacts.flatMap(({ phone, email }, index) => {
    const field = `/body/contacts/${index}`;
    if (phone !== undefined && !/^\+?[0-9][0-9 -]{4,22}[0-9]$/.test(phone))
      return [{ field: `${field}/phone`, rule: 'phone', message: notAPhone }];
    return phone === undefined && email === undefined
      ? [{ field, rule: 'reachable', message: unreachable }]
      : [];
  });
  if (fields.length > 0) throw supplierErrors.contactUnreachable({ fields });
}

const notAPhone = { zh: '不是有效的电话号码', en: 'is not a phone number' };
const unreachable = { zh: '电话和邮箱至少填写一项', en: 'needs a phone or an e-mail address' };

/** A look at people as they are is recorded, never with what was seen. */
const readContacts = command(
  { permission: 'booking.supplier-contact.read' },
  async (uow, supplierId: string) => {
    const { version } = await uow.get(Supplier, supplierId);
    const contacts = await uow.find(SupplierContact, { supplierId });
    uow.audit({ objectType: 'SupplierContact', objectId: supplierId, change: 'read' });
    return { supplierId, contacts: contacts.map(plain), version };
  },
);

const Result = Type.Object({ supplierId: Id, contacts: Type.Array(ContactView), version: Version });
const params = Type.Object({ supplierId: Id });

export const contactRoutes = () => [
  route({
    method: 'PUT',
    path: '/v1/suppliers/:supplierId/contacts',
    summary: 'Set the people to talk to at a supplier',
    access: 'booking.supplier-contact.set',
    params,
    body: Contacts,
    result: Result,
    versioned: true,
    handle: (call, { params: { supplierId }, body, version }) =>
      setContacts(call, { ...body, supplierId, version }),
  }),
  route({
    method: 'GET',
    path: '/v1/suppliers/:supplierId/contacts',
    summary: 'The people to talk to at a supplier, unmasked',
    access: 'booking.supplier-contact.read',
    recordsRefusals: true,
    params,
    result: Result,
    handle: (call, { params: { supplierId } }) => readContacts(call, supplierId),
  }),
];
