import type { Examples } from '../example.ts';

const template = { params: () => ({ key: 'survey', locale: 'zh', version: '1' }) };

export const notifications: Examples = {
  'GET /v1/templates/:key/:locale': template,
  'GET /v1/templates/:key/:locale/versions/:version': template,
  'PUT /v1/templates/:key/:locale': template,
  'POST /v1/templates/:key/:locale/preview': template,
  // Of what is watched each only hears what they may see.
  'GET /v1/live': { query: () => ({ watch: 'booking.order,notifications.inbox' }) },
  // An item waits for whoever may do what it asks for.
  'GET /v1/inbox': { reachBy: 'booking.order.approve' },
  'POST /v1/inbox/:itemId/read': { reachBy: 'booking.order.approve' },
};
