import { Id, InstantText, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { rotationKinds, type Rotation } from './rotation.ts';

const kind = Type.Enum([...rotationKinds]);

/** The doors to a service's rotation: for the platform's operator, who sees ids and counts. Keys never leave the service. */
export const rotationRoutes = (rotation: Rotation) => [
  route({
    method: 'POST',
    path: '/v1/vault-rotations',
    summary: 'What a rotation of keys begins with: its moment and the agencies that have keys',
    access: 'operator',
    result: Type.Object({ startedAt: InstantText, agencies: Type.Array(Id) }),
    status: 201,
    handle: () => rotation.start(),
  }),
  route({
    method: 'POST',
    path: '/v1/vault-rotations/beginnings',
    summary: "Make an agency's new key, once for one moment",
    access: 'operator',
    body: Type.Object({ kind, agencyId: Id, startedAt: InstantText }),
    result: Type.Object({ due: Type.Integer() }),
    handle: async (_call, { body }) => ({
      due: await rotation.begin(body.kind, body.agencyId, Temporal.Instant.from(body.startedAt)),
    }),
  }),
  route({
    method: 'POST',
    path: '/v1/vault-rotations/steps',
    summary: 'Work on a rotation for some seconds',
    access: 'operator',
    body: Type.Object({ kind, agencyId: Id, after: Type.Union([Id, Type.Null()]) }),
    result: Type.Object({
      done: Type.Integer(),
      next: Type.Union([Id, Type.Null()]),
      finished: Type.Boolean(),
    }),
    handle: (_call, { body }) => rotation.step(body.kind, body.agencyId, body.after),
  }),
];
