import { Id, LocalDate, route } from '@yitu/runtime';
import { Type } from 'typebox';
import type { Guides } from '../../guides.ts';
import { SheetDetail } from '../sheet-view.ts';
import { assignGuide } from './handle.ts';

export const assignGuideRoute = (guides: Guides) =>
  route({
    method: 'POST',
    path: '/v1/operations-sheets/:sheetId/guide',
    summary: 'Give the group a guide who is free on these dates',
    access: 'itinerary.operations-sheet.assign-guide',
    params: Type.Object({ sheetId: Id }),
    body: Type.Object({
      guideId: Id,
      from: Type.Optional({ ...LocalDate, description: 'The departure date when left out' }),
      to: Type.Optional({ ...LocalDate, description: 'The return date when left out' }),
    }),
    result: SheetDetail,
    versioned: true,
    handle: async (call, { params: { sheetId }, body, version }) => {
      await guides.check(call, body.guideId);
      return assignGuide(call, { sheetId, ...body, version });
    },
  });
