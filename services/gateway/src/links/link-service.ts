import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type, type Static, type TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { errors } from '../errors.ts';
import { html } from '../pages/html.ts';
import { localeOf, parameter, product, sendPage } from '../pages/page.ts';
import { originOf } from '../upstreams/api-routes.ts';
import { ask, type Answer } from '../upstreams/ask.ts';
import { headersForService } from '../upstreams/headers.ts';
import type { Upstream } from '../upstreams/upstream.ts';

/** The service whose links a page is for, and how it sees us. */
export interface LinkService {
  readonly upstream: Upstream;
  readonly publicUrl: URL;
}

const Refusal = Type.Object({
  title: Type.String(),
  errors: Type.Optional(Type.Array(Type.Object({ field: Type.String(), message: Type.String() }))),
});

/** Why a service refused, in the language it was asked in. */
export interface Refused {
  readonly status: number;
  readonly reasons: readonly string[];
  /** What is wrong with single fields, by their names. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Asks the service with a link's token, which is all the authority there is. */
export function askForHolder(
  { upstream, publicUrl }: LinkService,
  request: FastifyRequest,
  question: { method: 'GET' | 'POST'; path: string; body?: unknown },
): Promise<Answer> {
  const language = { 'accept-language': localeOf(request) };
  return ask(upstream, {
    ...question,
    headers: headersForService(language, originOf(request, publicUrl), undefined),
  });
}

/** The token in a link's address. @throws gateway/incomplete-link */
export function tokenOf(parameters: unknown): string {
  const token = parameter(parameters, 'token');
  if (!token) throw errors.incompleteLink();
  return token;
}

/** An answer by its schema. @throws an ordinary error when the service answers something else */
export function readAnswer<Schema extends TSchema>(schema: Schema, { text }: Answer): Static<Schema> {
  const answer: unknown = JSON.parse(text);
  if (Value.Check(schema, answer)) return answer;
  throw new Error('the service answered a link with something else');
}

/** Why the service refused; undefined when it did not. */
export function refusedBy({ status, text, type }: Answer): Refused | undefined {
  if (status < 400) return undefined;
  const refusal: unknown = type.includes('json') ? JSON.parse(text) : undefined;
  if (!Value.Check(Refusal, refusal)) return { status, reasons: [String(status)], fields: {} };
  const problems = (refusal.errors ?? []).map(
    ({ field, message }) => [field.split('/').at(-1) ?? '', message] as const,
  );
  const reasons = [refusal.title, ...problems.map(([field, message]) => `${field}: ${message}`)];
  return { status, reasons, fields: Object.fromEntries(problems) };
}

/** A box with the reasons of a refusal. */
export const refusalNotice = ({ reasons }: Refused) =>
  html`<div class="notice bad" role="alert">${reasons.map((reason) => html`<div>${reason}</div>`)}</div>`;

/** The same where the form says beside each field what is wrong with it. */
export const refusalTitle = ({ reasons }: Refused) =>
  html`<div class="notice bad" role="alert">${reasons[0]}</div>`;

const refusedTitle = { zh: '无法打开', en: 'Cannot be opened' };

/** The page for a link that leads nowhere: expired, forged, or its service is down. */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refused: Refused,
  token: string,
): FastifyReply {
  const body = html`<h1>${refusedTitle[localeOf(request)]}</h1>
    ${refusalNotice(refused)}`;
  // Whose link it was is not known: staff and customers open some.
  const page = { title: refusedTitle, body, parameters: { token }, house: { name: product } };
  return sendPage(request, reply, page, refused.status);
}
