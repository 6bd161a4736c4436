import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';

/** One sheet with its reservations and guide. */
export const sheetQuery = (sheetId: string) =>
  queryOptions({
    queryKey: ['itinerary', 'operations-sheet', sheetId],
    queryFn: ({ signal }) =>
      answer(api.itinerary.GET('/v1/operations-sheets/{sheetId}', { params: { path: { sheetId } }, signal })),
  });
