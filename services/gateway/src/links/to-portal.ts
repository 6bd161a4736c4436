import { translate, type Locale } from '@yitu/kernel';
import { html, type Html } from '../pages/html.ts';
import { portalOf, type LinkAgency } from './link-agency.ts';

/** The way on for whoever has done what a link was for; customers without an account are asked to sign in there. */
export const toPortal = (locale: Locale, agency: LinkAgency | undefined): Html =>
  html`<p>
    <a href="${portalOf(agency, '/orders')}"
      >${translate({ zh: '查看我的行程', en: 'See my trips' }, locale)}</a
    >
  </p>`;
