import { type Verdict, verdictOf } from './check.ts';
import { runCommand } from './command.ts';
import { listSources } from './sources.ts';

/** What we read of dependency-cruiser's JSON report. */
type Report = {
  summary: {
    totalCruised: number;
    totalDependenciesCruised: number;
    violations: {
      rule: { name: string };
      from: string;
      to: string;
      cycle?: { name: string }[];
      comment?: string;
    }[];
  };
};

/** The imports against `.dependency-cruiser.mjs`, and that the imports were really read. */
export async function checkBoundaries(): Promise<Verdict> {
  const args = ['libs', 'services', 'tools', '--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  const { stdout, output } = await runCommand('depcruise', args);
  const summary = readSummary(stdout);
  if (summary === undefined) return { passed: false, output };
  const complaints = summary.violations.map(describeViolation);
  const blindness = describeBlindness(summary, listSources().length);
  return verdictOf(blindness === undefined ? complaints : [blindness, ...complaints]);
}

function readSummary(json: string): Report['summary'] | undefined {
  try {
    // The shape is what the pinned version of dependency-cruiser documents for its JSON report.
    return (JSON.parse(json) as Report).summary;
  } catch {
    // Not JSON: it stopped with a message, which the caller shows.
    return undefined;
  }
}

function describeViolation({ rule, from, to, cycle }: Report['summary']['violations'][number]): string {
  const route = cycle === undefined ? [from, to] : [from, ...cycle.map((step) => step.name)];
  return `${rule.name}: ${route.join(' → ')}`;
}

/**
 * Without a parser for TypeScript every rule passes on nothing: each source must have been seen, and between
 * sources that import each other there are more imports than files.
 */
export function describeBlindness(
  seen: { totalCruised: number; totalDependenciesCruised: number },
  sources: number,
): string | undefined {
  if (seen.totalCruised >= sources && seen.totalDependenciesCruised >= sources) return undefined;
  return (
    `Only ${seen.totalCruised} modules with ${seen.totalDependenciesCruised} imports were read from ` +
    `${sources} sources: the parser of dependency-cruiser does not work.`
  );
}
