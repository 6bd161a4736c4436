import { randomBytes, randomInt } from 'node:crypto';
import { rotate } from '../../rotate-vault/rotate.ts';
import { createApi, newTraceId, type Api } from '../../story/api.ts';
import type { RunningSystem } from '../config.ts';
import type { Outcome, Scenario, Stage } from '../scenario.ts';
import { fillDocuments, numberAt } from './fill.ts';

/** What A8 promises. */
const promise = { rows: 1_000_000, seconds: 600 };

interface Desk {
  readonly agencyId: string;
  readonly customerId: string;
  readonly branchId: string;
  readonly ownerId: string;
  /** The API as somebody calls it who may search and reveal. */
  readonly officer: () => Promise<Api>;
}

interface Match {
  readonly documentId: string;
  readonly travellerId: string;
}

/** New data keys for a million sealed documents while they are read: how long it takes, and how many could not be read or found. */
export const rotateMillion: Scenario = ({ system, tell }) => rotateRows(system, tell, promise.rows);

async function rotateRows(system: RunningSystem, tell: Stage['tell'], rows: number): Promise<Outcome> {
  const desk = await openDesk(system);
  const rate = await fillDocuments(system.crm, desk, rows);
  tell(`${rows} documents sealed and stored, ${Math.round(rate)}/s`);
  const reading = readAllTheTime(desk, rows);
  const { keys, seconds } = await rotate(
    system,
    { kind: 'data-keys', services: ['crm'], parallel: 2 },
    tell,
  ).finally(() => reading.stop());
  const { reads, unreadable } = await reading.ended;
  const kept = seconds <= promise.seconds && unreadable === 0 && keys >= rows;
  tell(kept ? 'The promise is kept.' : 'The promise is missed.');
  const result = {
    id: 'A8',
    rows,
    keys,
    seconds: Number(seconds.toFixed(1)),
    rows_per_second: Math.round(keys / seconds),
    reads,
    unreadable,
  };
  return { result, errors: unreadable };
}

/** Finds and reveals documents at random until it is told to stop. */
function readAllTheTime({ officer, customerId }: Desk, rows: number) {
  const state = { running: true, reads: 0, unreadable: 0 };
  const read = async (): Promise<unknown> => {
    const number = numberAt(randomInt(rows));
    const api = await officer();
    const { matches } = await api.post<{ matches: Match[] }>('/api/crm/v1/document-searches', { number });
    const [match] = matches;
    if (!match) return undefined;
    const at = `/api/crm/v1/customers/${customerId}/travellers/${match.travellerId}/documents/${match.documentId}`;
    const revealed = await api.post<{ number: string }>(`${at}/reveals`, {
      reason: 'reading while keys rotate',
    });
    return revealed.number === number;
  };
  const ended = (async () => {
    while (state.running) {
      const right = await read().catch(() => false);
      state.reads += 1;
      if (right !== true) state.unreadable += 1;
    }
    return state;
  })();
  return {
    ended,
    stop: () => {
      state.running = false;
    },
  };
}

/** An agency of its own with somebody who may search and reveal, and a customer whose travellers the documents are. Nothing deletes it afterwards. */
async function openDesk({ origin, operatorSecret }: RunningSystem): Promise<Desk> {
  const trace = newTraceId();
  const anybody = createApi(origin, trace);
  const [code, password] = [`load-${randomBytes(4).toString('hex')}`, randomBytes(12).toString('base64url')];
  const { accessToken } = await anybody.post<{ accessToken: string }>('/api/identity/v1/operator-sessions', {
    secret: operatorSecret,
  });
  const operator = createApi(origin, trace, accessToken);
  const account = (userName: string) => ({
    userName,
    email: `${userName}@${code}.example`,
    displayName: userName,
    locale: 'en',
    password,
  });
  const founded = await operator.post<{ agencyId: string; headquartersId: string }>(
    '/api/identity/v1/agencies',
    {
      code,
      name: { zh: '压测', en: 'Load' },
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      headquarters: { code: 'HQ', name: { zh: '总部', en: 'Headquarters' } },
      administrator: account('admin'),
    },
  );
  const signIn = async (login: string) => {
    const session = await anybody.post<{ accessToken: string; userId: string }>('/api/identity/v1/sessions', {
      agency: code,
      login,
      password,
    });
    return { api: createApi(origin, trace, session.accessToken), userId: session.userId };
  };
  const administrator = await signIn('admin');
  const branchId = founded.headquartersId;
  const roles = ['branch-manager', 'visa-officer'];
  await administrator.api.post('/api/identity/v1/users', { branchId, roles, ...account('officer') });
  const { userId: ownerId, api } = await signIn('officer');
  const customer = await api.post<{ id: string }>('/api/crm/v1/customers', {
    kind: 'person',
    name: { zh: '百万' },
    branchId,
  });
  const officer = renewed(async () => (await signIn('officer')).api);
  return { agencyId: founded.agencyId, customerId: customer.id, branchId, ownerId, officer };
}

/** Signs in again before an access token's five minutes are over. */
function renewed(signIn: () => Promise<Api>): () => Promise<Api> {
  const known: { api: Promise<Api> | undefined; until: number } = { api: undefined, until: 0 };
  return () => {
    if (known.api && performance.now() < known.until) return known.api;
    known.api = signIn();
    known.until = performance.now() + 200_000;
    return known.api;
  };
}
