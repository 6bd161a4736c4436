import { generate } from '../generate/generate.ts';
import { type Verdict, verdictOf } from './check.ts';

/** What is derived from `proto/` against what is committed. */
export async function checkGenerated(): Promise<Verdict> {
  const differing = await generate({ check: true });
  return verdictOf(differing.map((path) => `${path}: generated code differs, run: npm run generate`));
}
