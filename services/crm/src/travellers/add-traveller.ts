import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Customer } from '../customers/customer.ts';
import {
  settleTraveller,
  Traveller,
  travellerFields,
  travellerView,
  TravellerView,
  type TravellerDetails,
} from './traveller.ts';

type Entry = Omit<TravellerDetails, 'latinName'> & { latinName?: string | null };

/** Adds a traveller to a customer. One person is there once: the same name and birth date is refused by the database. */
const addTraveller = command(
  { permission: 'crm.traveller.enter' },
  async (uow, { customerId, entry }: { customerId: string; entry: Entry }) => {
    const { branchId, ownerId } = await uow.get(Customer, customerId);
    const details = settleTraveller({ latinName: null, ...entry }, uow.now);
    const traveller = uow.add(
      uow.em.create(Traveller, {
        agencyId: uow.agencyId,
        id: newId(),
        customerId,
        branchId,
        ownerId,
        ...details,
        version: 0,
        createdAt: uow.now,
      }),
    );
    uow.publish(traveller, events.travellerAdded, { travellerId: traveller.id, customerId });
    return travellerView(traveller);
  },
);

export const addTravellerRoute = () =>
  route({
    method: 'POST',
    path: '/v1/customers/:customerId/travellers',
    summary: 'Add somebody who travels with a customer, or the customer as a traveller',
    access: 'crm.traveller.enter',
    params: Type.Object({ customerId: Id }),
    body: Type.Object({ ...travellerFields, latinName: Type.Optional(travellerFields.latinName) }),
    result: TravellerView,
    status: 201,
    handle: (call, { params: { customerId }, body }) => addTraveller(call, { customerId, entry: body }),
  });
