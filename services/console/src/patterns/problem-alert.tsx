import { Refusal } from '../api/refusal.ts';
import { texts } from './texts.ts';
import './plain.css';

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
    <div role="alert" className="problem">
      <div>
        {title}
        {details.length > 0 && <Details lines={details} />}
      </div>
      {onRetry && (
        <button type="button" className="link-button" onClick={onRetry}>
          {t('retry')}
        </button>
      )}
    </div>
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
