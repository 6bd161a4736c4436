import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';

/** One product, for its own page and for whatever is about it. */
export const useProduct = (productId: string) =>
  useQuery({
    queryKey: ['booking', 'product', productId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/products/{productId}', { params: { path: { productId } }, signal })),
  });
