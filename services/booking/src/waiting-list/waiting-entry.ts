import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { Count, Traveller } from '../orders/order.ts';
import { channels, type Channel } from '../pricing/price.ts';

export const waitingStates = [
  'waiting',
  'offered',
  'accepted',
  'declined',
  'lapsed',
  'left',
  'ended',
] as const;
export type WaitingState = (typeof waitingStates)[number];

/** A party that waits for seats of a full departure, with all an order of theirs will need. */
export const WaitingEntry = defineEntity({
  name: 'WaitingEntry',
  tableName: 'waiting_entries',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    departureId: p.uuid(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    customerId: p.uuid(),
    channel: p.string().$type<Channel>(),
    counts: p.json<Static<typeof Count>[]>(),
    singleRooms: p.integer(),
    travellers: p.json<Static<typeof Traveller>[]>(),
    note: p.text(),
    seats: p.integer(),
    state: p.string().$type<WaitingState>(),
    /** While it is offered: until when the seats are held. */
    offerExpiresAt: p.type(InstantType).nullable(),
    /** What it became. */
    orderId: p.uuid().nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type WaitingEntry = InferEntity<typeof WaitingEntry>;

export const WaitingEntryView = Type.Object(
  {
    id: Id,
    departureId: Id,
    branchId: Id,
    authorId: Id,
    customerId: Id,
    channel: Type.String({ description: channels.join(', ') }),
    counts: Type.Array(Count),
    singleRooms: Type.Integer(),
    travellers: Type.Array(Traveller),
    note: Type.String(),
    seats: Type.Integer(),
    state: Type.String({ description: waitingStates.join(', ') }),
    position: Type.Union([Type.Integer(), Type.Null()], {
      description: 'Place in the queue of all branches, from 1; null when it no longer waits',
    }),
    offerExpiresAt: Type.Union([InstantText, Type.Null()]),
    orderId: Type.Union([Id, Type.Null()]),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'WaitingEntry' },
);

export function waitingEntryView(
  entry: WaitingEntry,
  position: number | null,
): Static<typeof WaitingEntryView> {
  const { id, departureId, branchId, authorId, customerId, channel, counts, singleRooms } = entry;
  const { travellers, note, seats, state, version } = entry;
  return {
    ...{ id, departureId, branchId, authorId, customerId, channel, counts, singleRooms },
    ...{ travellers, note, seats, state, version, position },
    offerExpiresAt: entry.offerExpiresAt?.toString() ?? null,
    orderId: entry.orderId ?? null,
    createdAt: entry.createdAt.toString(),
  };
}
