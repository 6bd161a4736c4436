import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';

/** One allotment. */
export const allotmentQuery = (allotmentId: string) =>
  queryOptions({
    queryKey: ['booking', 'allotment', allotmentId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/allotments/{allotmentId}', { params: { path: { allotmentId } }, signal })),
  });
