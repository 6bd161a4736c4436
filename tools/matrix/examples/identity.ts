import type { Example, Examples } from '../example.ts';

const mark = () => crypto.randomUUID().slice(0, 8);

const scope = 'booking.order.read:branch';

/** Found by their codes, which say nothing of their agency. */
const course: Example = { params: ({ courseCode = '' }) => ({ code: courseCode }), byCode: true };
const role: Example = { params: ({ roleCode = '' }) => ({ code: roleCode }), byCode: true };

/** One that nobody finds, and that asks nobody to sign in through it. */
const provider: Example = {
  body: () => ({
    issuer: 'https://nowhere.matrix.example',
    emailDomains: ['matrix.example'],
    required: false,
    clientSecret: 'matrix',
  }),
  unknownAs: ['identity/not-an-identity-provider'],
};

export const identity: Examples = {
  'GET /v1/tasks/:kind': { params: () => ({ kind: 'incident-open' }) },
  'GET /v1/user-names': { query: ({ userId = '' }) => ({ ids: userId }) },
  'POST /v1/agencies': {
    body: () => ({
      code: `m${mark()}`,
      timeZone: 'Asia/Shanghai',
      headquarters: { code: 'HQ', name: { zh: '总部', en: 'Headquarters' } },
    }),
  },
  'POST /v1/branches': { body: () => ({ code: mark().slice(0, 6).toUpperCase() }) },
  'POST /v1/users': {
    body: () => ({ userName: `m${mark()}`, roles: ['sales'], password: crypto.randomUUID() }),
    unknownAs: ['identity/role-beyond-own'],
  },
  // Their names are for everybody on the staff.
  'GET /v1/branches': { belongsTo: 'agency' },
  'PUT /v1/users/:userId/roles': {
    body: () => ({ roles: ['sales'] }),
    unknownAs: ['identity/role-beyond-own'],
  },
  'POST /v1/roles': { body: () => ({ code: `m${mark()}` }) },
  'PUT /v1/roles/:roleCode': { byCode: true, wholeAgency: true },
  'DELETE /v1/roles/:roleCode': { byCode: true, wholeAgency: true },
  'PATCH /v1/branches/:branchId': { versionIsKnown: true },
  'POST /v1/branches/:branchId/closing': { versionIsKnown: true },
  'POST /v1/invitations': { body: () => ({ roles: ['sales'] }), unknownAs: ['identity/role-beyond-own'] },
  // Everybody on the staff may tell of one; who handles it sees the whole agency.
  'POST /v1/incidents': { body: () => ({ kind: 'other' }) },
  'POST /v1/incidents/:incidentId/isolations': {
    body: ({ isolatedUserId }) => ({ action: 'suspend-account', userId: isolatedUserId }),
  },
  'POST /v1/incidents/:incidentId/notifications': { body: ({ guideId }) => ({ userIds: [guideId] }) },
  'PUT /v1/incidents/:incidentId/owner': { body: ({ guideId }) => ({ ownerId: guideId }) },
  'POST /v1/courses': { body: () => ({ code: `M${mark().toUpperCase()}` }) },
  'GET /v1/courses/:code': course,
  'PUT /v1/courses/:code': course,
  'GET /v1/courses/:code/trainings': course,
  'POST /v1/courses/:code/trainings': { ...course, body: ({ userId }) => ({ userIds: [userId] }) },
  'POST /v1/courses/:code/assessments': course,
  'POST /v1/trainings/:trainingId/attendance': { body: ({ userId }) => ({ userIds: [userId] }) },
  'GET /v1/roles/:code/required-courses': role,
  'PUT /v1/roles/:code/required-courses': role,
  'POST /v1/clients': { body: () => ({ scopes: [scope] }), unknownAs: ['identity/scope-beyond-own'] },
  'POST /v1/oauth/token': {
    body: () => ({ grant_type: 'client_credentials', client_id: 'guessed', client_secret: 'guessed' }),
  },
  'PUT /v1/clients/:clientId/scopes': { body: () => ({ scopes: [scope] }) },
  'LettersService/GetLetter': {
    body: ({ invitationId }) => ({ letter: 'invitation', aboutId: invitationId }),
  },
  'AccountsService/GetCustomerAccount': { body: ({ customerUserId }) => ({ userId: customerUserId }) },
  'POST /v1/sessions/second-factor': { body: () => ({ code: '000000' }) },
  'PUT /v1/users/:userId/branch': { unknownAs: ['identity/role-beyond-own'] },
  'DELETE /v1/users/:userId/sessions/:sessionId': { unknownAs: ['identity/role-beyond-own'] },
  'DELETE /v1/sessions/current': { ends: 'session' },
  'DELETE /v1/sessions': { ends: 'sessions' },
  'DELETE /v1/sessions/:sessionId': { personal: true },
  'PATCH /v1/me/passkeys/:passkeyId': { personal: true },
  'DELETE /v1/me/passkeys/:passkeyId': { personal: true },
  'POST /v1/identity-provider': provider,
  'PUT /v1/identity-provider': provider,
  'AccessService/IssueServiceToken': { body: () => ({ service: 'crm', secret: 'guessed' }) },
};
