import { actorOf } from '@yitu/access';
import { events } from '@yitu/contracts';
import { command, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import type { Vault } from '@yitu/vault';
import { Type } from 'typebox';
import { BankAccount } from '../bank-accounts/bank-account.ts';
import { takeOut as takeOutAccount } from '../bank-accounts/remove-bank-account.ts';
import { Customer } from '../customers/customer.ts';
import { TravellerDocument } from '../documents/document.ts';
import { takeOut as takeOutDocument } from '../documents/remove-document.ts';
import { Reason } from '../protected-command.ts';
import { Traveller } from '../travellers/traveller.ts';

const permission = 'crm.person.erase';

/**
 * Destroys the key of a traveller: no copy of their sealed fields, wherever it lies, can be opened any more. The rows go too, with what they were
 * found by and the digits that stayed readable.
 */
async function eraseTraveller(vault: Vault, uow: UnitOfWork, traveller: Traveller, reason: string) {
  const { id: travellerId, customerId } = traveller;
  await vault.erase(uow, travellerId, { by: actorOf(uow.member), reason });
  for (const document of await uow.find(TravellerDocument, { travellerId })) takeOutDocument(uow, document);
  uow.publish(traveller, events.travellerSensitiveDataErased, { travellerId, customerId });
  uow.audit({
    objectType: 'Traveller',
    objectId: travellerId,
    change: 'update',
    after: { erased: 'sensitive data', reason },
  });
}

const ofTraveller = (vault: Vault) =>
  command({ permission }, async (uow, wish: { customerId: string; travellerId: string; reason: string }) => {
    const { customerId, travellerId, reason } = wish;
    await eraseTraveller(vault, uow, await uow.lock(Traveller, { id: travellerId, customerId }), reason);
    return { erased: true as const };
  });

/** The customer, and the customer as a traveller: one person. Companions are persons of their own. */
const ofCustomer = (vault: Vault) =>
  command({ permission }, async (uow, { customerId, reason }: { customerId: string; reason: string }) => {
    const customer = await uow.lock(Customer, customerId);
    for (const self of await uow.find(Traveller, { customerId, relation: 'self' }))
      await eraseTraveller(vault, uow, self, reason);
    await vault.erase(uow, customerId, { by: actorOf(uow.member), reason });
    for (const account of await uow.find(BankAccount, { customerId })) takeOutAccount(uow, account);
    uow.publish(customer, events.customerSensitiveDataErased, { customerId });
    uow.audit({
      objectType: 'Customer',
      objectId: customerId,
      change: 'update',
      after: { erased: 'sensitive data', reason },
    });
    return { erased: true as const };
  });

export const erasePersonRoutes = (vault: Vault) => {
  const [eraseOfCustomer, eraseOfTraveller] = [ofCustomer(vault), ofTraveller(vault)];
  const body = Type.Object({ reason: Reason });
  const result = Type.Object({ erased: Type.Literal(true) });
  return [
    route({
      method: 'POST',
      path: '/v1/customers/:customerId/erasures',
      summary:
        "Destroy a customer's sensitive data for good: bank accounts, and the documents of the customer as a traveller",
      access: permission,
      params: Type.Object({ customerId: Id }),
      body,
      result,
      handle: (call, { params, body: given }) => eraseOfCustomer(call, { ...params, ...given }),
    }),
    route({
      method: 'POST',
      path: '/v1/customers/:customerId/travellers/:travellerId/erasures',
      summary: "Destroy a traveller's sensitive data for good: all documents",
      access: permission,
      params: Type.Object({ customerId: Id, travellerId: Id }),
      body,
      result,
      handle: (call, { params, body: given }) => eraseOfTraveller(call, { ...params, ...given }),
    }),
  ];
};
