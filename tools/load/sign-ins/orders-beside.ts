import type { Measured } from '../measure/load.ts';
import { figuresOf, phase } from '../measure/phase.ts';
import type { Outcome, Stage } from '../scenario.ts';
import { peopleOf, prepareAgency, signInAll } from '../s1/agency.ts';
import { placings, throughGateway } from '../s1/orders.ts';
import { resultOf, type Round } from './result.ts';
import { signInsAtRate } from './sign-ins.ts';

const rounds = [1, 2, 3];
const orders = { connections: 32, seconds: 12, ratePerSecond: 30 };
const signInsPerSecond = 10;

/** What sign-ins cost others: orders at a steady rate, alone and with sign-ins beside them, in turns. */
export async function ordersBesideSignIns(stage: Stage): Promise<Outcome> {
  const { system, tell } = stage;
  tell(
    `Orders through the gateway at ${system.origin} with ${signInsPerSecond} sign-ins a second beside them, measured with ${stage.tool.name}`,
  );
  const agency = await prepareAgency(system);
  const kinds = placings(agency);
  const target = async () => throughGateway(kinds, system.origin, await signInAll(system, agency));
  const measured: Round[] = [];
  for (const round of rounds) {
    const of = `${orders.ratePerSecond} orders/s, round ${round} of ${rounds.length}`;
    const alone = await phase(stage, `${of}, alone`, target, orders);
    let signIns: Measured | undefined;
    const beside = await phase(stage, `${of}, beside sign-ins`, target, orders, async () => {
      const rate = { seconds: orders.seconds, ratePerSecond: signInsPerSecond };
      signIns = await signInsAtRate(system, agency, peopleOf(agency), rate);
    });
    if (signIns === undefined) throw new Error('nobody has signed in');
    tell(`  sign-ins: ${figuresOf(signIns)}`);
    if (signIns.firstError !== undefined) tell(`  one of the errors: ${signIns.firstError.slice(0, 500)}`);
    measured.push({ alone, beside, signIns });
  }
  const result = resultOf(measured);
  return { result, errors: result.errors };
}
