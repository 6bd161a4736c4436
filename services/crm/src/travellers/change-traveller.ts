import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
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

/** Changes what is known of a traveller. The event names the fields, never their values; what changes nothing is told to nobody. */
const changeTraveller = command(
  { permission: 'crm.traveller.change' },
  async (uow, { customerId, travellerId, version, given }: Wish) => {
    const traveller = await uow.lock(Traveller, { id: travellerId, customerId }, version);
    const current = travellerView(traveller);
    const details = settleTraveller({ ...current, ...given }, uow.now);
    const fields = Object.keys(given) as (keyof TravellerDetails)[]; // the door lets no other fields in
    const changedFields = fields.filter((field) => details[field] !== current[field]);
    if (changedFields.length === 0) return current;
    Object.assign(traveller, Object.fromEntries(changedFields.map((field) => [field, details[field]])));
    uow.publish(traveller, events.travellerChanged, { travellerId, customerId, changedFields });
    return travellerView(traveller);
  },
);

export const changeTravellerRoute = () =>
  route({
    method: 'PATCH',
    path: '/v1/customers/:customerId/travellers/:travellerId',
    summary: 'Change what is known of a traveller; fields not given stay',
    access: 'crm.traveller.change',
    params: Type.Object({ customerId: Id, travellerId: Id }),
    body: Type.Partial(Type.Object(travellerFields)),
    result: TravellerView,
    versioned: true,
    handle: (call, { params, body, version }) => changeTraveller(call, { ...params, version, given: body }),
  });
