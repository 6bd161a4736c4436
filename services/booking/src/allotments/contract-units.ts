import { events } from '@yitu/contracts';
import { newId } from '@yitu/kernel';
import { command } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { checkTimeZone } from '../departures/schedule-departure.ts';
import { Allotment, allotmentFields, allotmentView, AllotmentView } from './allotment.ts';

const Body = Type.Object(allotmentFields);

/** Enters what a supplier lets the agency sell; it has no dates yet. @throws booking/unknown-time-zone */
const contractUnits = command(
  { permission: 'booking.allotment.contract' },
  (uow, input: Static<typeof Body>) => {
    checkTimeZone(input.timeZone);
    const { agencyId, now: createdAt } = uow;
    const allotment = uow.add(
      uow.em.create(Allotment, { agencyId, id: newId(), ...input, version: 0, createdAt }),
    );
    const { id: allotmentId, supplierId, kind, mode, unitCode } = allotment;
    uow.publish(allotment, events.allotmentContracted, { allotmentId, supplierId, kind, mode, unitCode });
    return Promise.resolve(allotmentView(allotment));
  },
);

export const contractUnitsRoute = () =>
  route({
    method: 'POST',
    path: '/v1/allotments',
    summary:
      "Enter an allotment or free sale of a supplier's rooms, seats or tickets; its dates are set afterwards",
    access: 'booking.allotment.contract',
    body: Body,
    result: AllotmentView,
    status: 201,
    handle: (call, { body }) => contractUnits(call, body),
  });
