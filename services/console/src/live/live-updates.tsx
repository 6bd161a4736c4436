import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { listen } from './listen.ts';

/**
 * Has what is shown read anew when others change it: an event of a service's noun (`booking.order`) outdates the queries whose keys begin with it.
 * @param watch nouns whose changes are of interest
 */
export function LiveUpdates({ watch }: { readonly watch: readonly string[] }) {
  const queries = useQueryClient();
  const nouns = watch.join(',');
  useEffect(
    () =>
      listen(nouns, {
        onChange: ({ service, noun }) => void queries.invalidateQueries({ queryKey: [service, noun] }),
        // Something may have been missed meanwhile.
        onGap: () => void queries.invalidateQueries(),
      }),
    [nouns, queries],
  );
  return null;
}
