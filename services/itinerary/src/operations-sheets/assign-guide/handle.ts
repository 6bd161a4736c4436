import { events } from '@yitu/contracts';
import { command } from '@yitu/persistence';
import { GuideAssignment, partOf } from '../operations-sheet.ts';
import { lockOpenSheet, partsOf } from '../parts.ts';
import { sheetDetail } from '../sheet-view.ts';
import { guideDates } from './decide.ts';

export interface AssignGuide {
  readonly sheetId: string;
  readonly guideId: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly version: number;
}

/** Gives the group its guide; another guide takes the place of the one before. A clash with another group is refused by the database alone. */
export const assignGuide = command(
  { permission: 'itinerary.operations-sheet.assign-guide' },
  async (uow, { sheetId, guideId, version, ...wanted }: AssignGuide) => {
    const sheet = await lockOpenSheet(uow, sheetId, version);
    const dates = guideDates(wanted, sheet);
    const parts = await partsOf(uow, sheet);
    const guide = parts.guide
      ? Object.assign(parts.guide, { guideId, ...dates })
      : uow.add(uow.em.create(GuideAssignment, { ...partOf(sheet), guideId, ...dates }));
    uow.publish(sheet, events.guideAssigned, {
      operationsSheetId: sheetId,
      departureId: sheet.departureId,
      branchId: sheet.branchId,
      guideId,
      ...dates,
    });
    return sheetDetail(sheet, { ...parts, guide });
  },
);
