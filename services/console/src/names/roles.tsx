import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { localText } from '../format/names.ts';
import { useMay } from '../session/me.ts';
import { useLocale } from '../texts/use-locale.ts';

/** The agency's roles, built-in ones and its own. */
export function useRoles() {
  const enabled = useMay()('identity.role.read');
  return useQuery({
    queryKey: ['identity', 'role'],
    queryFn: async ({ signal }) => (await answer(api.identity.GET('/v1/roles', { signal }))).roles,
    enabled,
    staleTime: 60_000,
  });
}

/** Roles to choose from, by name. @param without codes of those that are not for this choice */
export function useRoleChoices(without: readonly string[] = []) {
  useLocale();
  return (useRoles().data ?? [])
    .filter(({ code }) => !without.includes(code))
    .map(({ code, name }) => ({ value: code, label: localText(name) }));
}

/** What a role is called. */
export function RoleName({ code }: { readonly code: string }) {
  useLocale();
  const role = useRoles().data?.find((one) => one.code === code);
  return <>{role ? localText(role.name) : code}</>;
}

/** What every permission is called, by its name in the system. */
export function usePermissionNames() {
  const enabled = useMay()('identity.role.read');
  return useQuery({
    queryKey: ['identity', 'permission'],
    queryFn: async ({ signal }) =>
      (await answer(api.identity.GET('/v1/permissions', { signal }))).permissions,
    enabled,
    staleTime: Infinity,
  });
}
