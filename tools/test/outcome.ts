type Outcome = { passed: number; failed: number };

/** What counting needs of a vitest module. */
type CountedModule = {
  errors(): readonly unknown[];
  children: {
    allSuites(): Iterable<{ errors(): readonly unknown[] }>;
    allTests(state: 'passed' | 'failed'): Iterable<unknown>;
  };
};

/**
 * Counts the tests of a run. A file that could not be loaded, a hook that failed and an error outside of
 * any test each count as one failure: otherwise a file that never ran would pass.
 */
export function countOutcome(modules: readonly CountedModule[], unhandled: readonly unknown[]): Outcome {
  const outcome = { passed: 0, failed: unhandled.length };
  for (const module of modules) {
    outcome.failed += module.errors().length;
    for (const suite of module.children.allSuites()) outcome.failed += suite.errors().length;
    outcome.passed += [...module.children.allTests('passed')].length;
    outcome.failed += [...module.children.allTests('failed')].length;
  }
  return outcome;
}

/** The last line of `npm test`: `.ci/run` reads it back. */
export function formatOutcome({ passed, failed }: Outcome): string {
  return `${passed} passed, ${failed} failed`;
}
