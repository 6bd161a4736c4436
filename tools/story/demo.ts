import type { Clock } from '@yitu/kernel';
import { assemble, ensureAgency, signInLines, type AgencyPlan, type Stage } from './cast.ts';
import { fillArticles } from './catalogue/fill-articles.ts';
import { fillCatalogue } from './catalogue/fill-catalogue.ts';
import { openPortal } from './customer.ts';
import { numberOfSteps, playMainJob } from './main-job.ts';
import { fillAllotment } from './office/fill-allotment.ts';
import { fillClients } from './office/fill-clients.ts';
import { fillCoupons } from './office/fill-coupons.ts';
import { fillFranchise, furtherPeople } from './office/fill-franchise.ts';
import { fillTasks } from './office/fill-tasks.ts';
import { holdLonger } from './office/hold-longer.ts';

/** The two agencies of the demo; neither sees anything of the other. The second one's order is left waiting for payment. */
export const agencies: readonly [AgencyPlan, AgencyPlan] = [
  {
    code: 'yunqi',
    name: { zh: '云栖国际旅行社', en: 'Yunqi International Travel' },
    branch: { code: 'SZ', kind: 'owned', name: { zh: '深圳分社', en: 'Shenzhen branch' } },
  },
  {
    code: 'nanfeng',
    name: { zh: '南风假期', en: 'Nanfeng Holidays' },
    branch: { code: 'GZ', kind: 'franchise', name: { zh: '广州加盟店', en: 'Guangzhou franchise' } },
  },
];

interface DemoInput {
  readonly gatewayUrl: string;
  readonly operatorSecret: string;
  readonly mailSinkUrl: string;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

/**
 * Fills the demo in, also where an earlier attempt was interrupted: two agencies with their people, the main job played to its end in one and up to the review in the other, the portal open with one customer, all through the public API. The first agency has something to do for everybody too, a franchise with its credit and commission, rooms under contract, coupons and an API client. It holds orders for a week, so that whoever looks days later still finds one to review.
 * @returns lines for people: who can sign in and how; what is true for as long as the demo is there @throws when a step fails
 */
export async function fillDemo({
  gatewayUrl,
  operatorSecret,
  mailSinkUrl,
  clock,
  log,
}: DemoInput): Promise<string[]> {
  const stage: Stage = {
    origin: gatewayUrl,
    operatorSecret,
    mailUrl: mailSinkUrl,
    clock,
  };
  await Promise.all(agencies.map((plan) => ensureAgency(stage, plan)));
  const [first] = agencies;
  const cast = await assemble(stage, first.code);
  await holdLonger(cast);
  const filled = await fillCatalogue(stage, cast);
  if (filled > 0) log(`${first.code.padEnd(8)}${filled} products with pictures and departures`);
  const written = await fillArticles(cast);
  if (written > 0) log(`${first.code.padEnd(8)}${written} travel guides`);
  const wanted = [numberOfSteps, 4];
  const played = await Promise.all(
    agencies.map(async ({ code }, index) =>
      playMainJob(
        stage,
        await assemble(stage, code),
        (line) => log(`${code.padEnd(8)}${line}`),
        wanted[index],
      ),
    ),
  );
  if (played.some((steps, index) => steps !== wanted[index]))
    throw new Error('the main job did not come to its end');
  await Promise.all(agencies.map(({ code }) => openPortal(stage, code)));
  const office = { stage, cast: await assemble(stage, first.code) };
  await Promise.all([
    fillFranchise(office),
    fillTasks(office),
    fillAllotment(office),
    fillCoupons(office),
    fillClients(office),
  ]);
  log(`the order of ${agencies[1].code} is left waiting for payment`);
  return signInLines(stage, agencies, furtherPeople);
}
