import { events } from '@yitu/contracts';
import { today } from '@yitu/kernel';
import { command } from '@yitu/persistence';
import { errors } from '../../errors.ts';
import { OperationsSheet } from '../../operations-sheets/operations-sheet.ts';
import { ArchiveFile } from '../archive-file.ts';
import { archiveFileView, missingOf } from '../archive-file-view.ts';
import { componentsOf } from '../components.ts';
import { factsOf } from '../facts.ts';
import { retainUntil, retentionInForce } from '../retention.ts';
import { checkCompleteness, type Acknowledgement } from './decide.ts';

export interface CloseArchiveFile extends Acknowledgement {
  readonly departureId: string;
  readonly version: number;
}

/** Closes a file: its parts are written down as they are, and until when it must be kept. */
export const closeArchiveFile = command(
  { permission: 'itinerary.archive-file.close' },
  async (uow, { departureId, version, ...acknowledgement }: CloseArchiveFile) => {
    const file = await uow.lock(ArchiveFile, { departureId }, version);
    if (file.state === 'closed') throw errors.archiveFileClosed();
    const { state, timeZone } = await uow.get(OperationsSheet, file.operationsSheetId);
    if (state !== 'ended') throw errors.tripNotEnded();
    const components = componentsOf(await factsOf(uow, file));
    const missing = missingOf(components);
    checkCompleteness(missing, acknowledgement);
    const closedOn = today(uow.now, timeZone);
    const present = components.map(({ component }) => component).filter((part) => !missing.includes(part));
    const until = retainUntil(closedOn, present, await retentionInForce(uow, closedOn));
    Object.assign(file, { state: 'closed', components, closeReason: acknowledgement.reason ?? null });
    Object.assign(file, { closedBy: uow.userId, closedAt: uow.now, retainUntil: until });
    uow.publish(file, events.archiveFileClosed, { archiveFileId: file.id, departureId, retainUntil: until });
    return archiveFileView(file, components);
  },
);
