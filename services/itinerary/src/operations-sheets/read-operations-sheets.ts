import { query } from '@yitu/persistence';
import { Id, Next, page, pageOf, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { OperationsSheet, sheetStates } from './operations-sheet.ts';
import { partsOf } from './parts.ts';
import { sheetDetail, SheetDetail, sheetView, SheetView } from './sheet-view.ts';

const Query = Type.Object({
  ...page,
  departureId: Type.Optional(Id),
  state: Type.Optional(Type.Enum([...sheetStates])),
});

const listSheets = query(
  { permission: 'itinerary.operations-sheet.read' },
  async (uow, { limit, after, departureId, state }: Static<typeof Query>) => {
    const where = {
      agencyId: uow.agencyId,
      ...(after && { id: { $lt: after } }),
      ...(departureId && { departureId }),
      ...(state && { state }),
    };
    const rows = await uow.em.find(OperationsSheet, where, { orderBy: { id: 'desc' }, limit: limit + 1 });
    const { items, next } = pageOf(rows, limit);
    return { operationsSheets: items.map(sheetView), next };
  },
);

const getSheet = query({ permission: 'itinerary.operations-sheet.read' }, async (uow, id: string) => {
  const sheet = await uow.get(OperationsSheet, id);
  return sheetDetail(sheet, await partsOf(uow, sheet));
});

export const readOperationsSheetRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/operations-sheets',
    summary: 'Operations sheets within reach, newest first',
    access: 'itinerary.operations-sheet.read',
    query: Query,
    result: Type.Object({ operationsSheets: Type.Array(SheetView), next: Next }),
    handle: (call, { query: input }) => listSheets(call, input),
  }),
  route({
    method: 'GET',
    path: '/v1/operations-sheets/:sheetId',
    summary: 'One operations sheet with guide, reservations and check-ins',
    access: 'itinerary.operations-sheet.read',
    params: Type.Object({ sheetId: Id }),
    result: SheetDetail,
    handle: (call, { params }) => getSheet(call, params.sheetId),
  }),
];
