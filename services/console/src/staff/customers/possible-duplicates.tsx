import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { Refusal } from '../../api/refusal.ts';
import { CustomerName } from '../../names/names.tsx';
import { texts } from './texts.ts';

/** Customers who may be the same person, with the ways to them. */
export function PerhapsTheSame({
  ids,
  onSeen,
}: {
  readonly ids: readonly string[];
  readonly onSeen?: () => void;
}) {
  const t = texts.use();
  if (ids.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      {...(onSeen && { closable: { onClose: onSeen, 'aria-label': t('seen') } })}
      title={t('duplicates')}
      description={
        <ul className="plain-list">
          {ids.map((id) => (
            <li key={id}>
              <Link to="/customers/$customerId" params={{ customerId: id }} target="_blank">
                <CustomerName id={id} />
              </Link>
            </li>
          ))}
        </ul>
      }
      style={{ marginBottom: 16 }}
    />
  );
}

/** Whom a refusal to enter a customer names as perhaps the same. */
export function namedAlike(error: unknown): string[] {
  if (!(error instanceof Refusal) || error.code !== 'crm/possible-duplicate') return [];
  const said = [error.message, ...(error.problem.errors ?? []).map(({ message }) => message)].join(' ');
  return [...new Set(said.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [])];
}
