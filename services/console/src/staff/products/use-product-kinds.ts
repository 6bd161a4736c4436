import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { Detail } from './product-form.ts';

/** What each kind of product must and may say. */
export function useProductKind(kind: string | undefined) {
  const { data } = useQuery({
    queryKey: ['booking', 'product-kind'],
    staleTime: Infinity,
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/product-kinds', { signal })),
  });
  const found = data?.kinds.find((one) => one.kind === kind);
  // The service names details as its products do.
  const required = (found?.required ?? []) as Detail[]; // see above
  const optional = (found?.optional ?? []) as Detail[]; // likewise
  return { required, all: [...required, ...optional] };
}
