import { Agent } from 'node:http';
import type { RunningSystem } from '../config.ts';
import { paced } from '../measure/at-a-rate.ts';
import type { Measured } from '../measure/load.ts';
import { send } from '../measure/send.ts';
import type { LoadAgency } from '../s1/agency.ts';

/** Seconds between two sign-ins from one address: half of what the gateway lets each address do. */
const restSeconds = 2;

/**
 * People sign in with their password, evenly, each time from the next of many addresses of the loopback network, as they would from many offices.
 * @param people user names; they take turns
 */
export async function signInsAtRate(
  { origin }: RunningSystem,
  { code, password }: LoadAgency,
  people: readonly string[],
  rate: { readonly seconds: number; readonly ratePerSecond: number },
): Promise<Measured> {
  const agents = Array.from(
    { length: Math.ceil(rate.ratePerSecond * restSeconds) },
    (_, index) => new Agent({ keepAlive: true, localAddress: `127.0.1.${index + 1}` }),
  );
  let sent = 0;
  const signIn = (dueAt: number) => {
    const [login, agent] = [people[sent % people.length], agents[sent % agents.length]];
    sent += 1;
    if (login === undefined || agent === undefined) throw new Error('there is nobody to sign in');
    const body = JSON.stringify({ agency: code, login, password });
    const headers = { 'content-type': 'application/json' };
    const url = `${origin}/api/identity/v1/sessions`;
    return send({ method: 'POST', url, headers, body, expected: 201, name: undefined }, agent, dueAt);
  };
  try {
    return await paced(rate, signIn);
  } finally {
    for (const agent of agents) agent.destroy();
  }
}
