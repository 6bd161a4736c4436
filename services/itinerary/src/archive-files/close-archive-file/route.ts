import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { line } from '../../text.ts';
import { ArchiveFileView, ComponentName } from '../archive-file-view.ts';
import { closeArchiveFile } from './handle.ts';

const Body = Type.Object({
  acknowledgeMissing: Type.Array(ComponentName, {
    maxItems: 12,
    uniqueItems: true,
    default: [],
    description: 'Exactly the missing parts, when the file is closed without them',
  }),
  reason: Type.Optional(line(1_000)),
});

export const closeArchiveFileRoute = () =>
  route({
    method: 'POST',
    path: '/v1/archive-files/:departureId/close',
    summary: 'Close an archive file after the trip',
    access: 'itinerary.archive-file.close',
    params: Type.Object({ departureId: Id }),
    body: Body,
    result: ArchiveFileView,
    versioned: true,
    handle: (call, { params, body, version }) =>
      closeArchiveFile(call, { departureId: params.departureId, version, ...body }),
  });
