import {
  Link as AnyLink,
  useNavigate,
  type AnyRoute,
  type LinkComponentProps,
  type UseNavigateResult,
} from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { PortalRouter } from '../router.tsx';

/** A link to a page of the portal. The library knows one router by itself, the staff's: this is the same link with the portal's addresses. */
export const Link = AnyLink as <
  const From extends string = string,
  const To extends string | undefined = undefined,
  const MaskFrom extends string = From,
  const MaskTo extends string = '',
>(
  props: LinkComponentProps<'a', PortalRouter, From, To, MaskFrom, MaskTo>,
) => ReactElement;

type Go = (options: {
  readonly to: keyof PortalRouter['routesByPath'];
  readonly params?: Readonly<Record<string, string>>;
  readonly search?: Readonly<Record<string, string>>;
  readonly replace?: boolean;
}) => Promise<void>;

/** Leads to another page of the portal. */
export function useGo(): Go {
  const navigate: UseNavigateResult<string> = useNavigate();
  return navigate as unknown as Go; // of the staff's addresses, as above
}

/** What the address of a route's page says after the question mark. Routes by themselves look into the staff's router, as above. */
export const useSearchOf = <Route extends AnyRoute>(route: Route): Route['types']['fullSearchSchema'] =>
  route.useSearch() as Route['types']['fullSearchSchema'];

/** What the address of a route's page names in its path. */
export const useParamsOf = <Route extends AnyRoute>(route: Route): Route['types']['allParams'] =>
  route.useParams() as Route['types']['allParams'];
