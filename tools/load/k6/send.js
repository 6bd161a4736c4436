// @ts-check
// Runs inside k6, started by ../measure/k6.ts: sends what the plan says and writes what came of it.
import exec from 'k6/execution';
import http from 'k6/http';
import { Counter, Trend } from 'k6/metrics';

/** @type {import('../measure/load.ts').Load & { run: string }} */
const {
  requests,
  seconds,
  connections,
  ratePerSecond,
  promised = {},
  run,
} = JSON.parse(open(`${__ENV.PLAN}`));
const duration = `${seconds * 1000}ms`;

const placed = new Counter('placed');
const refused = new Counter('refused');
const errors = new Counter('errors');
const answerTime = new Trend('answer_time', true);

const names = [...new Set(requests.map(({ name }) => name))].filter((name) => name !== undefined);
const timesOf = (/** @type {string} */ name) => `answer_time{kind:${name}}`;
const { p95Ms, p99Ms } = promised;
const p95 = p95Ms === undefined ? [] : [`p(95)<=${p95Ms}`];
const p99 = p99Ms === undefined ? [] : [`p(99)<=${p99Ms}`];
const wholeTimes = p95.concat(p99);
// k6 sums up by a tag only where there is a threshold for it: where nothing is promised, one that always holds.
const ofKinds = Object.fromEntries(names.map((name) => [timesOf(name), p95.length > 0 ? p95 : ['max>=0']]));

/** @type {import('k6/options').Options} */
export const options = {
  scenarios: {
    send:
      ratePerSecond === undefined
        ? { executor: 'constant-vus', vus: connections, duration, gracefulStop: '10s' }
        : {
            executor: 'constant-arrival-rate',
            // A whole number of requests in ten seconds: the finest k6 takes without losing much of the rate.
            rate: Math.round(ratePerSecond * 10),
            timeUnit: '10s',
            duration,
            preAllocatedVUs: connections,
            // Each has its own connection: where answers are late, more are needed to keep the rate.
            maxVUs: connections * 16,
            gracefulStop: '10s',
          },
  },
  thresholds: Object.assign(
    { errors: ['count==0'], dropped_iterations: ['count==0'] },
    wholeTimes.length > 0 ? { answer_time: wholeTimes } : {},
    ofKinds,
  ),
  summaryTrendStats: ['p(50)', 'p(95)', 'p(99)'],
};

export default function send() {
  const number = exec.scenario.iterationInTest;
  const kind = requests[number % requests.length];
  if (kind === undefined) throw new Error('there is nothing to send');
  const { body, name, mayBeRefused } = kind;
  const response = body === undefined ? ask(kind) : post(kind, body, `${run}-${number}`);
  if (response.status === (body === undefined ? 200 : 201)) {
    placed.add(1);
    answerTime.add(response.timings.duration, name === undefined ? {} : { kind: name });
  } else if (mayBeRefused !== undefined && `${response.body}`.includes(mayBeRefused)) {
    refused.add(1);
  } else {
    errors.add(1);
    console.error(`unexpected: ${response.status} ${response.error} ${response.body}`);
  }
}

/** @param {import('../measure/load.ts').RequestKind} kind */
const ask = ({ url, token, name }) =>
  http.get(url, {
    headers: { authorization: `Bearer ${token}` },
    // Instead of the address, of which there are many.
    tags: { name: name ?? 'get' },
    timeout: '10s',
  });

/**
 * @param {import('../measure/load.ts').RequestKind} kind
 * @param {Readonly<Record<string, unknown>>} body
 * @param {string} key
 */
const post = ({ url, token }, body, key) =>
  http.post(url, JSON.stringify(Object.assign({}, body, { note: key })), {
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    timeout: '10s',
  });

/** @param {{ metrics: Record<string, { values: Record<string, number> } | undefined> }} data */
export function handleSummary({ metrics }) {
  const values = (/** @type {string} */ name) => metrics[name]?.values ?? {};
  const times = (/** @type {string} */ name) => ({
    p50Ms: values(name)['p(50)'],
    p95Ms: values(name)['p(95)'],
  });
  const summary = {
    placed: values('placed').count,
    refused: values('refused').count,
    errors: values('errors').count,
    unsent: values('dropped_iterations').count,
    p50Ms: values('answer_time')['p(50)'],
    p95Ms: values('answer_time')['p(95)'],
    p99Ms: values('answer_time')['p(99)'],
    kinds:
      names.length === 0 ? undefined : Object.fromEntries(names.map((name) => [name, times(timesOf(name))])),
  };
  return { [`${__ENV.SUMMARY}`]: JSON.stringify(summary) };
}
