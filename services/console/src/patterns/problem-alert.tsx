import { Alert } from 'antd';
import { Refusal } from '../api/refusal.ts';
import { texts } from './texts.ts';

/** Says what failed, why, and what to do; nothing when nothing failed. */
export function ProblemAlert({
  problem,
  onRetry,
}: {
  readonly problem: unknown;
  readonly onRetry?: () => void;
}) {
  const t = texts.use();
  if (problem === undefined || problem === null) return null;
  const { title, details } = describe(problem);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={title}
      description={details.length > 0 ? <Details lines={details} /> : undefined}
      action={
        onRetry && (
          <button type="button" className="link-button" onClick={onRetry}>
            {t('retry')}
          </button>
        )
      }
      style={{ marginBottom: 16 }}
    />
  );
}

function Details({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul className="plain-list">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** A failure in words: the service's own for refusals; for anything else that it was ours. */
export function describe(problem: unknown): { title: string; details: string[] } {
  if (!(problem instanceof Refusal)) return { title: texts.say('unexpected'), details: [] };
  const { title, errors = [], traceId, status } = problem.problem;
  const lines = [...new Set(errors.map(lineOf))];
  return {
    title,
    details: status >= 500 && traceId ? [...lines, texts.say('trace', { traceId })] : lines,
  };
}

/** Columns of a file that was taken in are in no form: they are named with what is wrong. */
const lineOf = ({ field, message }: { readonly field: string; readonly message: string }): string =>
  field.startsWith('/file/') ? `${field.slice('/file/'.length)} · ${message}` : message;
