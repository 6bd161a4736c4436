import { requireMember } from '@yitu/access';
import { events } from '@yitu/contracts';
import { command, type Call } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import type { Vault } from '@yitu/vault';
import { Type } from 'typebox';
import { compareDocuments } from '../documents/compare-documents.ts';
import { holderFrom, holdCustomer } from '../documents/holder.ts';
import {
  settleTraveller,
  Traveller,
  travellerFields,
  travellerView,
  TravellerView,
  type TravellerDetails,
} from './traveller.ts';

interface Wish {
  customerId: string;
  travellerId: string;
  version: number;
  given: Partial<TravellerDetails>;
}

/** What documents say too. */
const compared: readonly string[] = ['birthDate', 'latinName', 'relation'];

/**
 * Changes what is known of a traveller, unless a document on file says otherwise. The event names the fields, never their values; what changes
 * nothing is told to nobody.
 */
const changeTraveller = (vault: Vault) => {
  const change = command({ permission: 'crm.traveller.change' }, async (uow, wish: Wish) => {
    const { customerId, travellerId, version, given } = wish;
    const customer = await holdCustomer(uow, customerId);
    const traveller = await uow.lock(Traveller, { id: travellerId, customerId }, version);
    const current = travellerView(traveller);
    const details = settleTraveller({ ...current, ...given }, uow.now);
    const fields = Object.keys(given) as (keyof TravellerDetails)[]; // the door lets no other fields in
    const changedFields = fields.filter((field) => details[field] !== current[field]);
    if (changedFields.length === 0) return current;
    if (changedFields.some((field) => compared.includes(field)))
      await compareDocuments(vault, uow, travellerId, holderFrom(details, customer));
    Object.assign(traveller, Object.fromEntries(changedFields.map((field) => [field, details[field]])));
    uow.publish(traveller, events.travellerChanged, { travellerId, customerId, changedFields });
    return travellerView(traveller);
  });
  return async (call: Call, wish: Wish) => {
    if (compared.some((field) => field in wish.given))
      await vault.ready(requireMember(call.principal).agencyId);
    return change(call, wish);
  };
};

export const changeTravellerRoute = (vault: Vault) => {
  const change = changeTraveller(vault);
  return route({
    method: 'PATCH',
    path: '/v1/customers/:customerId/travellers/:travellerId',
    summary: 'Change what is known of a traveller; fields not given stay',
    access: 'crm.traveller.change',
    params: Type.Object({ customerId: Id, travellerId: Id }),
    body: Type.Partial(Type.Object(travellerFields)),
    result: TravellerView,
    versioned: true,
    handle: (call, { params, body, version }) => change(call, { ...params, version, given: body }),
  });
};
