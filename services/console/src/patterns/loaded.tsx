import type { ReactNode } from 'react';
import { Refusal } from '../api/refusal.ts';
import { PlainButton } from './plain-button.tsx';
import { describe, ProblemAlert } from './problem-alert.tsx';
import { texts } from './texts.ts';
import { Told } from './told.tsx';

/** What is looked at of a query, whether it is read at once or page by page. */
interface Read<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
}

/** What a query found; its waiting and its failing have a view too. What was there before stays while it is read anew. */
export function Loaded<Data>({
  query,
  children,
  lines = 6,
}: {
  readonly query: Read<Data>;
  readonly children: (data: Data) => ReactNode;
  /** How tall the place is that is kept free while it loads. */
  readonly lines?: number;
}) {
  if (query.data !== undefined)
    return (
      <>
        <ProblemAlert problem={query.error} onRetry={() => void query.refetch()} />
        {children(query.data)}
      </>
    );
  if (query.error) return <Failed problem={query.error} onRetry={() => void query.refetch()} />;
  return <Waiting lines={lines} />;
}

/** What failed of several queries whose answers are shown together; nothing where none did. */
export function Missed({ of }: { readonly of: readonly Pick<Read<unknown>, 'error' | 'refetch'>[] }) {
  const failed = of.filter(({ error }) => error);
  const again = () => {
    for (const { refetch } of failed) void refetch();
  };
  return <ProblemAlert problem={failed[0]?.error} onRetry={again} />;
}

export function Waiting({ lines = 6 }: { readonly lines?: number }) {
  const t = texts.use();
  return (
    <div role="status" aria-label={t('loading')} className="waiting">
      {Array.from({ length: lines + 1 }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}

/** A page or part that could not be had: not found, not permitted, or failed. */
export function Failed({ problem, onRetry }: { readonly problem: unknown; readonly onRetry?: () => void }) {
  const t = texts.use();
  const status = problem instanceof Refusal ? problem.status : undefined;
  if (status === 404) return <Told title={t('notFoundTitle')} why={t('notFoundWhy')} />;
  const { title, details } = describe(problem);
  if (status === 403) return <Told title={t('forbiddenTitle')} why={title} />;
  return (
    <Told
      title={title}
      why={details.join(' ')}
      next={onRetry && <PlainButton onClick={onRetry}>{t('retry')}</PlainButton>}
    />
  );
}
