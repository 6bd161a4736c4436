import type { Outcome } from '../scenario.ts';
import { resultOf, tableOf, type Ran } from './result.ts';

/**
 * Runs scenarios one after the other. One that fails is told and does not keep the others.
 * @param scenarios by their names, in the order in which they run
 */
export async function runAll(
  scenarios: Readonly<Record<string, () => Promise<Outcome>>>,
  tell: (line: string) => void,
): Promise<Outcome> {
  const ran: Ran[] = [];
  for (const [name, scenario] of Object.entries(scenarios)) {
    const outcome = await scenario().catch((error: unknown) => {
      tell(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return { failure: error instanceof Error ? error.message : String(error) };
    });
    ran.push({ name, ...outcome });
    tell('');
  }
  for (const line of tableOf(ran)) tell(line);
  return resultOf(ran);
}
