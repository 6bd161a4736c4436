import { query } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { ArchiveFile } from './archive-file.ts';
import { archiveFileView, ArchiveFileView } from './archive-file-view.ts';
import { componentsOf } from './components.ts';
import { factsOf } from './facts.ts';

const getArchiveFile = query(
  { permission: 'itinerary.archive-file.read' },
  async (uow, departureId: string) => {
    const file = await uow.get(ArchiveFile, { departureId });
    return archiveFileView(file, file.components ?? componentsOf(await factsOf(uow, file)));
  },
);

export const getArchiveFileRoute = () =>
  route({
    method: 'GET',
    path: '/v1/archive-files/:departureId',
    summary: "A departure's archive file with its twelve components, present or missing",
    access: 'itinerary.archive-file.read',
    params: Type.Object({ departureId: Id }),
    result: ArchiveFileView,
    handle: (call, { params }) => getArchiveFile(call, params.departureId),
  });
