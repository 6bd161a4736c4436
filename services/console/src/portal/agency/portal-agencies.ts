import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { localText } from '../../format/names.ts';
import { useLocale } from '../../texts/use-locale.ts';

/** As many as one answer names. */
export const mostAgencies = 20;

/** Fewer characters find nothing: they are not asked for. */
export const fewestCharacters = 2;

/** Agencies that customers may register at, by a part of name or code; those of before stay while the next are asked for. */
export const usePortalAgencies = (q: string) =>
  useQuery({
    queryKey: ['identity', 'portal-agency', q],
    queryFn: async ({ signal }) =>
      (await answer(api.identity.GET('/v1/portal-agencies', { params: { query: { q } }, signal }))).agencies,
    enabled: Array.from(q).length >= fewestCharacters,
    placeholderData: keepPreviousData,
    staleTime: 300_000,
    retry: false,
  });

/** What an agency is called; one that is not open to the public is called by its code. */
export function useAgencyName(code: string): string {
  useLocale();
  const agency = usePortalAgencies(code).data?.find((one) => one.code === code);
  return agency ? localText(agency.name) : code;
}
