import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { answer, api } from '../../api/client.ts';
import { Loaded } from '../../patterns/loaded.tsx';
import { waitingEntryRoute } from './routes.ts';

/** An entry of a waiting list stands on the page of its departure: whoever knows the entry alone is led there. */
export function WaitingEntryPage() {
  const { waitingEntryId } = waitingEntryRoute.useParams();
  const query = useQuery({
    queryKey: ['booking', 'waiting-entry', waitingEntryId],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/waiting-entries/{waitingEntryId}', {
          params: { path: { waitingEntryId } },
          signal,
        }),
      ),
  });
  return (
    <Loaded query={query}>
      {({ departureId }) => <Navigate to="/departures/$departureId" params={{ departureId }} replace />}
    </Loaded>
  );
}
