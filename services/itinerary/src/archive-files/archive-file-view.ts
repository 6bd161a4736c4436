import { Id, InstantText, LocalDate, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import type { ArchiveFile } from './archive-file.ts';
import { components, type ComponentState } from './components.ts';

export const ComponentName = Type.Enum([...components]);

const ComponentView = Type.Object(
  {
    component: ComponentName,
    state: Type.Enum(['present', 'missing']),
    reference: Type.Optional(Type.String()),
    since: Type.Optional(InstantText),
  },
  { title: 'ArchiveFileComponent' },
);

export const ArchiveFileView = Type.Object(
  {
    id: Id,
    departureId: Id,
    operationsSheetId: Id,
    state: Type.Enum(['open', 'closed']),
    components: Type.Array(ComponentView, { description: 'All twelve, in the order of the trade' }),
    missing: Type.Array(ComponentName),
    closeReason: Type.Union([Type.String(), Type.Null()]),
    closedAt: Type.Union([InstantText, Type.Null()]),
    closedBy: Type.Union([Id, Type.Null()]),
    retainUntil: Type.Union([LocalDate, Type.Null()]),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'ArchiveFile' },
);

export const missingOf = (states: readonly ComponentState[]) =>
  states.filter(({ state }) => state === 'missing').map(({ component }) => component);

/** @param states of the twelve parts: as they are now while the file is open, as they were when it was closed */
export const archiveFileView = (
  file: ArchiveFile,
  states: readonly ComponentState[],
): Static<typeof ArchiveFileView> => ({
  id: file.id,
  departureId: file.departureId,
  operationsSheetId: file.operationsSheetId,
  state: file.state,
  components: states.map((state) => ({ ...state })),
  missing: missingOf(states),
  closeReason: file.closeReason ?? null,
  closedAt: file.closedAt?.toString() ?? null,
  closedBy: file.closedBy ?? null,
  retainUntil: file.retainUntil ?? null,
  version: file.version,
  createdAt: file.createdAt.toString(),
});
