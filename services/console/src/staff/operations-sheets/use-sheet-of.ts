import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { useMay } from '../../session/me.ts';

/** The sheet of a departure, if it has one: it has one at most. Undefined, too, until that is known, and for who may see none. */
export function useSheetOf(departureId: string | undefined) {
  const may = useMay()('itinerary.operations-sheet.read');
  const { data } = useQuery({
    queryKey: ['itinerary', 'operations-sheet', 'of-departure', departureId],
    enabled: Boolean(departureId) && may,
    queryFn: ({ signal }) =>
      answer(
        api.itinerary.GET('/v1/operations-sheets', {
          params: { query: { departureId: departureId ?? '', limit: 1 } },
          signal,
        }),
      ),
  });
  return departureId ? data?.operationsSheets[0] : undefined;
}

/** Where a departure is carried out: its sheet with the trip, or where one is opened for it. */
export function useWayToSheet(departureId: string): string {
  const sheet = useSheetOf(departureId);
  return sheet ? `/operations-sheets/${sheet.id}` : `/operations-sheets?departureId=${departureId}`;
}
