import { Link } from '@tanstack/react-router';
import { Page } from '../../patterns/page.tsx';
import { SheetList } from '../operations-sheets/sheet-list.tsx';
import { settlementsRoute } from './routes.ts';
import { texts } from './texts.ts';

/** The groups, each with the way to its settlement. */
export function SettlementsPage() {
  const t = texts.use();
  const navigate = settlementsRoute.useNavigate();
  return (
    <Page title={t('title')}>
      <SheetList
        label={t('title')}
        way={({ departureId, groupNumber }) => (
          <Link to="/settlements/$departureId" params={{ departureId }}>
            {groupNumber}
          </Link>
        )}
        search={settlementsRoute.useSearch()}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}
