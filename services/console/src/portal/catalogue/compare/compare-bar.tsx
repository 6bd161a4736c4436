import { Link } from '../../frame/links.tsx';
import { texts } from '../texts.ts';
import { clearCompared, mostCompared, useCompared } from './chosen.ts';

/** What is chosen to be compared, and the way there; it stays in sight. */
export function CompareBar() {
  const t = texts.use();
  const compared = useCompared();
  if (compared.length === 0) return null;
  return (
    <div className="compare-bar" role="status">
      <span>
        {t('comparing', { count: compared.length })}
        {compared.length === mostCompared && ` · ${t('compareMost')}`}
      </span>
      <button type="button" className="link-button" onClick={clearCompared}>
        {t('compareClear')}
      </button>
      {compared.length > 1 && (
        <Link to="/compare" search={{ products: compared.join(',') }} className="button-link">
          {t('compareNow', { count: compared.length })}
        </Link>
      )}
    </div>
  );
}
