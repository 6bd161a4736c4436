import type { Measured, RequestKind } from '../measure/load.ts';
import { phase } from '../measure/phase.ts';
import type { Outcome, Stage } from '../scenario.ts';
import { lastingAgency, tokensOf, type LastingAgency } from './agencies.ts';
import { fillAgency } from './fill.ts';
import { reportPlans } from './plans.ts';
import { listRequests } from './requests.ts';
import { kindsOf, lineOf, promise, resultOf, summaryOf, verdict, type Rounds } from './result.ts';
import { samplesOf, type Samples } from './samples.ts';
import { big, small, type Size } from './size.ts';
import { statementsDuring } from './statements.ts';

/** In turns: what the host does to the one it does to the other. */
const rounds = [1, 2, 3];
/** A rate that people make: what is measured is an answer's time and not the queue before it. */
const load = {
  ...{ connections: 32, seconds: 20, ratePerSecond: 40 },
  promised: { p95Ms: promise.p95Ms },
};
const role = 'yitu_booking';

/** An agency with what there is to ask for. */
interface Asked {
  readonly agency: LastingAgency;
  readonly samples: Samples;
}

/** S4: the lists and searches people ask for, of an agency with a million orders and of one with a hundredth of it. */
export async function listAndSearch(stage: Stage): Promise<Outcome> {
  const { system, tell } = stage;
  tell(
    `S4: lists and searches through the gateway at ${system.origin}, ${load.ratePerSecond} a second, measured with ${stage.tool.name}`,
  );
  const asked = {
    big: await filled(stage, 'load-big', big),
    small: await filled(stage, 'load-small', small),
  };
  const seqScans = await scansOf(stage, asked.big);
  const measured = await measureRounds(stage, asked);
  for (const kind of kindsOf(measured)) tell(lineOf(kind));
  const errors = [...measured.big, ...measured.small].reduce((sum, one) => sum + one.errors, 0);
  const result = resultOf(measured, seqScans, errors);
  tell(verdict(result));
  return { result, errors, summary: summaryOf(result) };
}

/** An agency of that size, by now at the latest. */
export async function filled({ system, tell }: Stage, code: string, size: Size): Promise<Asked> {
  const agency = await lastingAgency(system, code);
  await fillAgency(system.databaseUrl, agency, size, tell);
  return { agency, samples: await samplesOf(system.databaseUrl, agency.id) };
}

const requestsOf = async ({ system }: Stage, { agency, samples }: Asked): Promise<RequestKind[]> =>
  listRequests(system.origin, samples, await tokensOf(agency));

async function measureRounds(stage: Stage, asked: { big: Asked; small: Asked }): Promise<Rounds> {
  const measured: Record<'big' | 'small', Measured[]> = { big: [], small: [] };
  for (const round of rounds)
    for (const which of ['big', 'small'] as const) {
      const what = `${asked[which].agency.code}, round ${round} of ${rounds.length}`;
      measured[which].push(await phase(stage, what, () => requestsOf(stage, asked[which]), load));
    }
  return measured;
}

/** Every request once, and how PostgreSQL goes about its statements. @returns how many read a growing table from end to end */
async function scansOf(stage: Stage, asked: Asked): Promise<number | null> {
  const { databaseUrl, databaseLog: logFile } = stage.system;
  if (logFile === undefined) {
    stage.tell('The plans are not looked at: the log of a PostgreSQL that was there before is not ours');
    return null;
  }
  const requests = await requestsOf(stage, asked);
  const statements = await statementsDuring({ databaseUrl, logFile, role }, () => sendEach(requests));
  const { statements: count, scans } = await reportPlans(databaseUrl, role, statements);
  stage.tell(
    `${count} different statements of ${requests.length} requests: ${scans.length} sequential scans of what grows`,
  );
  for (const { table, text } of scans)
    stage.tell(`  ${table}: ${text.replaceAll(/\s+/g, ' ').slice(0, 300)}`);
  if (count === 0) throw new Error('no statement of the requests was found in the log');
  return scans.length;
}

async function sendEach(requests: readonly RequestKind[]): Promise<void> {
  for (const { url, token } of requests) {
    const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    const answer = await response.text();
    if (!response.ok) throw new Error(`GET ${url}: ${response.status} ${answer}`);
  }
}
