import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

interface Judged {
  /** The program. */
  readonly lighthouse: string;
  readonly chromiumPath: string;
  readonly url: string;
  /** As what it loads the page; a telephone's slow network and processor are reckoned, not had. */
  readonly form: 'desktop' | 'mobile';
  readonly flags: readonly string[];
  /** Of whoever has signed in. */
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
}

/** Lighthouse's score for performance, of 100: the middle one of three. @throws when it gives none */
export async function performanceOf(judged: Judged): Promise<number> {
  const scores = [await scoreOf(judged), await scoreOf(judged), await scoreOf(judged)];
  return scores.toSorted((one, other) => one - other)[1] ?? 0;
}

/** How often a page is tried whose trace the browser did not record (`NO_NAVSTART` and the like): Lighthouse itself asks to be run again then. */
const mostTries = 3;

async function scoreOf(judged: Judged): Promise<number> {
  let failed = '';
  for (let tries = 0; tries < mostTries; tries++) {
    const run = await runOn(judged);
    if ('score' in run) return run.score;
    failed = run.failed;
  }
  throw new Error(`Lighthouse gave ${judged.url} no score: ${failed}`);
}

/** One run: the score, of 100, or why there is none. */
async function runOn({
  lighthouse,
  chromiumPath,
  url,
  form,
  flags,
  cookies,
}: Judged): Promise<{ readonly score: number } | { readonly failed: string }> {
  const said = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const program = [
    `CHROME_PATH=${chromiumPath}`,
    lighthouse,
    url,
    '--quiet',
    '--output=json',
    '--only-categories=performance',
    `--chrome-flags=--headless=new ${flags.join(' ')}`,
    ...(cookies.length > 0 ? [`--extra-headers=${JSON.stringify({ Cookie: said })}`] : []),
    ...(form === 'desktop' ? ['--preset=desktop'] : []),
  ];
  try {
    const { stdout } = await promisify(execFile)('env', program, { maxBuffer: 1 << 26 });
    // The shape is Lighthouse's documented report.
    const { categories } = JSON.parse(stdout) as { categories: { performance: { score: number | null } } };
    const { score } = categories.performance;
    return score === null ? { failed: 'none in its report' } : { score: Math.round(score * 100) };
  } catch (error) {
    // Of a run that failed it writes why, and a report that it does not bring to its end.
    const why = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    if (why.startsWith('Runtime error encountered')) return { failed: why };
    throw error;
  }
}
