import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';

/** One supplier with its contacts. */
export const supplierQuery = (supplierId: string) =>
  queryOptions({
    queryKey: ['booking', 'supplier', supplierId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/suppliers/{supplierId}', { params: { path: { supplierId } }, signal })),
  });
