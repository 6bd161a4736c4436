import type { Messaging } from '@yitu/messaging';
import { quarantined } from '@yitu/persistence';
import { Type } from 'typebox';
import { route, type Route } from './http/route.ts';
import { Id, InstantText } from './http/schemas.ts';

const Message = Type.Object({
  id: Id,
  subject: Type.String(),
  message: Type.String(),
  error: Type.String(),
  deliveries: Type.Integer(),
  quarantinedAt: InstantText,
  replayedAt: Type.Union([InstantText, Type.Null()]),
});

/** Every service's quarantine: see what could not be processed, replay it, mended if need be. */
export function quarantineRoutes(service: string, messaging: Pick<Messaging, 'replay'>): Route[] {
  const { list } = quarantined(service);
  return [
    route({
      method: 'GET',
      path: '/v1/quarantine',
      summary: 'Messages set aside, newest first',
      access: `${service}.quarantine.read`,
      result: Type.Object({ messages: Type.Array(Message) }),
      handle: async (call) => ({ messages: await list(call, {}) }),
    }),
    route({
      method: 'POST',
      path: '/v1/quarantine/:id/replay',
      summary: 'Process a message again, with other data if given',
      access: `${service}.quarantine.replay`,
      params: Type.Object({ id: Id }),
      body: Type.Object({ data: Type.Optional(Type.Record(Type.String(), Type.Unknown())) }),
      result: Type.Object({ replayed: Type.Literal(true) }),
      handle: async (call, { params, body }) => {
        await messaging.replay(call, { id: params.id, ...(body.data && { data: body.data }) });
        return { replayed: true as const };
      },
    }),
  ];
}
