import { translate, type Locale, type Texts } from '@yitu/kernel';
import { preferredLocale } from '@yitu/runtime/http-only';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { html, type Html } from './html.ts';

/** What goes into the frame all pages share. */
export interface Page {
  readonly title: Texts;
  readonly body: Html;
  /** Parameters of the address that the other language's page needs too. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Whose page it is, and where its name leads; the product and its first page where nothing is said. */
  readonly house?: { readonly name: Texts; readonly home?: string };
}

/** The language of `?lang=`, else the one the browser prefers. */
export function localeOf({ query, headers }: Pick<FastifyRequest, 'query' | 'headers'>): Locale {
  const lang = parameter(query, 'lang');
  return lang === 'zh' || lang === 'en' ? lang : preferredLocale(headers['accept-language']);
}

/** A parameter of a query or a form, when it was given once. */
export function parameter(parameters: unknown, name: string): string | undefined {
  const value: unknown =
    typeof parameters === 'object' && parameters !== null ? Reflect.get(parameters, name) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Sends a page in the language of the request. @param path of the page, for the link to the other language */
export function sendPage(
  request: FastifyRequest,
  reply: FastifyReply,
  { title, body, parameters = {}, house = { name: product, home: '/' } }: Page,
  status = 200,
): FastifyReply {
  const locale = localeOf(request);
  const path = request.url.split('?', 1)[0] ?? '/';
  const other = locale === 'zh' ? 'en' : 'zh';
  const address = `${path}?${new URLSearchParams({ ...parameters, lang: other }).toString()}`;
  const document = html`<!doctype html>
    <html lang="${locale === 'zh' ? 'zh-CN' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${translate(title, locale)} · ${translate(house.name, locale)}</title>
        <link rel="stylesheet" href="/assets/pages.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <header>
          ${brand(house, locale)}
          <a class="language" href="${address}" hreflang="${other}">${other === 'zh' ? '中文' : 'English'}</a>
        </header>
        <main>${body}</main>
      </body>
    </html>`;
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-language', locale)
    .header('vary', 'accept-language')
    .send(document.html);
}

const brand = ({ name, home }: NonNullable<Page['house']>, locale: Locale): Html =>
  home === undefined
    ? html`<span class="brand">${translate(name, locale)}</span>`
    : html`<a class="brand" href="${home}">${translate(name, locale)}</a>`;

export const product = { zh: '易途', en: 'Yitu' };
