import { Link } from '@tanstack/react-router';
import { Page } from '../../patterns/page.tsx';
import { SheetList } from '../operations-sheets/sheet-list.tsx';
import { archivesRoute } from './routes.ts';
import { texts } from './texts.ts';

/** The files of the groups: each has one from when its sheet was opened. */
export function ArchivesPage() {
  const t = texts.use();
  const navigate = archivesRoute.useNavigate();
  return (
    <Page title={t('title')}>
      <SheetList
        label={t('title')}
        way={({ departureId, groupNumber }) => (
          <Link to="/archive-files/$departureId" params={{ departureId }}>
            {groupNumber}
          </Link>
        )}
        search={archivesRoute.useSearch()}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}
