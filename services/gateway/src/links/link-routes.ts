import { DomainError, translate } from '@yitu/kernel';
import type { FastifyInstance } from 'fastify';
import { takeForms } from '../pages/forms.ts';
import { localeOf, parameter } from '../pages/page.ts';
import type { Upstreams } from '../upstreams/upstream.ts';
import { confirmationPages } from './confirmation-pages.ts';
import { contractPage } from './contract-page.ts';
import { donePage } from './done-page.ts';
import { invitationPage } from './invitation-page.ts';
import { sendRefusal } from './link-service.ts';
import { newPasswordPage } from './new-password-page.ts';
import { planPage } from './plan-page.ts';
import { surveyPage } from './survey-page.ts';

/**
 * `/links/…`: what customers and staff open from their mail. Forms without any script; the token in the address is the whole authority, so no cookie is looked
 * at, nothing is cached, and the pages' Referrer-Policy keeps the address from everybody else.
 */
export function linkRoutes(app: FastifyInstance, upstreams: Upstreams, publicUrl: URL): void {
  takeForms(app);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  // People read these pages: a refusal is a page as well. Anything unexpected goes the usual way.
  app.setErrorHandler((error, request, reply) => {
    if (!(error instanceof DomainError)) throw error;
    const reasons = [translate(error.texts, localeOf(request))];
    const refused = { status: error.status, reasons, fields: {} };
    return sendRefusal(request, reply, refused, parameter(request.query, 'token') ?? '');
  });
  contractPage(app, { upstream: upstreams.itinerary, publicUrl });
  planPage(app, { upstream: upstreams.itinerary, publicUrl });
  const identity = { upstream: upstreams.identity, publicUrl };
  invitationPage(app, identity);
  confirmationPages(app, identity);
  newPasswordPage(app, identity);
  donePage(app);
  surveyPage(app, { upstream: upstreams.crm, publicUrl });
}
