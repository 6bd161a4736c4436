import type { Texts } from '@yitu/kernel';
import { Type, type Static } from 'typebox';

/** Whose customers a link is for. */
export const LinkAgency = Type.Object({
  code: Type.String(),
  name: Type.Object({ zh: Type.String(), en: Type.String() }),
});
export type LinkAgency = Static<typeof LinkAgency>;

/** A page of the customers' portal, of this agency where it is known. @param path in the portal, such as `/orders` */
export const portalOf = (agency: LinkAgency | undefined, path = ''): string =>
  `/portal${path}${agency ? `?${new URLSearchParams({ agency: agency.code }).toString()}` : ''}`;

/** The agency's name in the head of a page, leading to its portal. A service of an earlier release does not say whose link it is. */
export const houseOf = (
  agency: LinkAgency | undefined,
): { readonly house?: { readonly name: Texts; readonly home: string } } =>
  agency ? { house: { name: agency.name, home: portalOf(agency) } } : {};
