import type { Examples } from '../example.ts';

const mark = () => crypto.randomUUID().slice(0, 8);

export const identity: Examples = {
  'POST /v1/agencies': {
    body: () => ({
      code: `m${mark()}`,
      timeZone: 'Asia/Shanghai',
      headquarters: { code: 'HQ', name: { zh: '总部', en: 'Headquarters' } },
    }),
  },
  'POST /v1/branches': { body: () => ({ code: mark().slice(0, 6).toUpperCase() }) },
  'POST /v1/users': {
    body: () => ({ userName: `m${mark()}`, roles: ['sales'] }),
    unknownAs: ['identity/role-beyond-own'],
  },
  // Their names are for everybody on the staff.
  'GET /v1/branches': { belongsTo: 'agency' },
  'PUT /v1/users/:userId/roles': {
    body: () => ({ roles: ['sales'] }),
    unknownAs: ['identity/role-beyond-own'],
  },
  'POST /v1/roles': { body: () => ({ code: `m${mark()}` }) },
  // Found by their code, which says nothing of their agency.
  'PUT /v1/roles/:roleCode': { belongsTo: 'agency' },
  'DELETE /v1/roles/:roleCode': { belongsTo: 'agency' },
  'DELETE /v1/sessions/current': { endsSession: true },
  'AccessService/IssueServiceToken': { body: () => ({ service: 'crm', secret: 'guessed' }) },
};
