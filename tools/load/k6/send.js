// @ts-check
// Runs inside k6, started by ../measure/k6.ts: sends what the plan says and writes what came of it.
import exec from 'k6/execution';
import http from 'k6/http';
import { Counter, Trend } from 'k6/metrics';

/** @type {import('../measure/load.ts').Load & { run: string }} */
const { requests, seconds, connections, ratePerSecond, run } = JSON.parse(open(`${__ENV.PLAN}`));
const duration = `${seconds * 1000}ms`;

const placed = new Counter('placed');
const errors = new Counter('errors');
const answerTime = new Trend('answer_time', true);

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
  thresholds: { errors: ['count==0'], dropped_iterations: ['count==0'] },
  summaryTrendStats: ['p(50)', 'p(99)'],
};

export default function send() {
  const number = exec.scenario.iterationInTest;
  const kind = requests[number % requests.length];
  if (kind === undefined) throw new Error('there is nothing to send');
  const key = `${run}-${number}`;
  const response = http.post(kind.url, JSON.stringify(Object.assign({}, kind.body, { note: key })), {
    headers: {
      authorization: `Bearer ${kind.token}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    timeout: '10s',
  });
  if (response.status === 201) {
    placed.add(1);
    answerTime.add(response.timings.duration);
  } else {
    errors.add(1);
    console.error(`unexpected: ${response.status} ${response.error} ${response.body}`);
  }
}

/** @param {{ metrics: Record<string, { values: Record<string, number> } | undefined> }} data */
export function handleSummary({ metrics }) {
  const values = (/** @type {string} */ name) => metrics[name]?.values ?? {};
  const summary = {
    placed: values('placed').count,
    errors: values('errors').count,
    unsent: values('dropped_iterations').count,
    p50Ms: values('answer_time')['p(50)'],
    p99Ms: values('answer_time')['p(99)'],
  };
  return { [`${__ENV.SUMMARY}`]: JSON.stringify(summary) };
}
