import { query } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Departure, groupStandings } from '../departures/departure.ts';
import { confirmedSeats } from './on-group-decision-due.ts';

const getGroup = query({ permission: 'booking.departure.read' }, async (uow, departureId: string) => {
  const { minimumGroup, groupStanding } = await uow.get(Departure, departureId);
  return {
    ...{ departureId, minimumGroup, groupStanding },
    confirmedSeats: await confirmedSeats(uow, departureId),
  };
});

export const getGroupRoute = () =>
  route({
    method: 'GET',
    path: '/v1/departures/:departureId/group',
    summary: 'How many seats of a departure are confirmed, against its minimum group',
    access: 'booking.departure.read',
    params: Type.Object({ departureId: Id }),
    result: Type.Object(
      {
        departureId: Id,
        minimumGroup: Type.Integer(),
        confirmedSeats: Type.Integer({ description: 'Of orders whose first payment has come in' }),
        groupStanding: Type.String({ description: groupStandings.join(', ') }),
      },
      { title: 'Group' },
    ),
    handle: (call, { params: { departureId } }) => getGroup(call, departureId),
  });
