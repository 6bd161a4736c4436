import { Link } from '@tanstack/react-router';
import type { ArchiveFile, ArchiveFileComponent } from '../../api/gen/itinerary.ts';
import { texts } from './texts.ts';

/** Where a paper of the file is found: its own page where it has one, else its number. */
export function ComponentPlace({
  file,
  of: { component, reference },
}: {
  readonly file: ArchiveFile;
  readonly of: ArchiveFileComponent;
}) {
  const t = texts.use();
  const { departureId } = file;
  if (reference === undefined) return <>—</>;
  const count = reference.split(',').length;
  if (component === 'contract')
    return (
      <Link to="/contracts" search={{ departureId }}>
        {reference}
      </Link>
    );
  if (component === 'passenger-list') return <>{t('people', { count: reference })}</>;
  if (component === 'itinerary')
    return (
      <Link to="/plans" search={{ departureId }}>
        {t('openPlan')}
      </Link>
    );
  if (component === 'operations-sheet')
    return (
      <Link to="/operations-sheets/$sheetId" params={{ sheetId: file.operationsSheetId }}>
        {reference}
      </Link>
    );
  if (component === 'feedback-forms') return <>{t('papers', { count })}</>;
  if (component === 'settlement')
    return (
      <Link to="/settlements/$departureId" params={{ departureId }}>
        {reference}
      </Link>
    );
  return <>{reference}</>;
}
