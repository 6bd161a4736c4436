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

async function scoreOf({ lighthouse, chromiumPath, url, form, flags, cookies }: Judged): Promise<number> {
  const said = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const { stdout } = await promisify(execFile)(
    'env',
    [
      `CHROME_PATH=${chromiumPath}`,
      lighthouse,
      url,
      '--quiet',
      '--output=json',
      '--only-categories=performance',
      `--chrome-flags=--headless=new ${flags.join(' ')}`,
      ...(cookies.length > 0 ? [`--extra-headers=${JSON.stringify({ Cookie: said })}`] : []),
      ...(form === 'desktop' ? ['--preset=desktop'] : []),
    ],
    { maxBuffer: 1 << 26 },
  );
  // The shape is Lighthouse's documented report.
  const { categories } = JSON.parse(stdout) as { categories: { performance: { score: number | null } } };
  const { score } = categories.performance;
  if (score === null) throw new Error(`Lighthouse gave ${url} no score`);
  return Math.round(score * 100);
}
