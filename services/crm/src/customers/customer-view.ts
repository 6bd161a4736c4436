import { Id, InstantText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { displayName, kinds, type Customer } from './customer.ts';
import { detailsOf } from './customer-details.ts';
import { customerFields } from './customer-fields.ts';

export const CustomerView = Type.Object(
  {
    id: Id,
    branchId: Id,
    ownerId: Id,
    userId: Type.Union([Id, Type.Null()], { description: 'Their own account, where they have one' }),
    kind: Type.Enum([...kinds]),
    displayName: Type.String(),
    ...customerFields,
    version: Version,
    createdAt: InstantText,
  },
  { title: 'Customer' },
);

export const customerView = (customer: Customer): Static<typeof CustomerView> => ({
  id: customer.id,
  branchId: customer.branchId,
  ownerId: customer.ownerId,
  userId: customer.userId ?? null,
  kind: customer.kind,
  displayName: displayName(customer),
  ...detailsOf(customer),
  version: customer.version,
  createdAt: customer.createdAt.toString(),
});
