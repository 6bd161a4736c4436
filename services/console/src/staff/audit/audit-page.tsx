import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { AuditEntry } from '../../api/gen/identity.ts';
import { instantText } from '../../format/dates.ts';
import { usePermissionChoices, usePermissionName } from '../../names/permissions.tsx';
import { StaffInput } from '../../names/staff.tsx';
import { texts as names } from '../../names/texts.ts';
import type { Filter } from '../../patterns/filter-bar.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Page } from '../../patterns/page.tsx';
import { StateTag, type Tone } from '../../patterns/state-tag.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMe } from '../../session/me.ts';
import { Actor } from './actor.tsx';
import { askedOf, type Name } from './asked.ts';
import { EntryDrawer } from './entry-drawer.tsx';
import { ExportEntries } from './export-entries.tsx';
import { auditRoute } from './routes.ts';
import { actionText } from './actions.ts';
import { objectTypeChoices, texts as objectTypes } from './object-types.ts';
import { texts } from './texts.ts';

const services = ['identity', 'crm', 'booking', 'itinerary', 'finance', 'notifications', 'analytics'];

/** Who did what to which record, and when: searched, looked at, exported. */
export function AuditPage() {
  const t = texts.use();
  const search = auditRoute.useSearch();
  const navigate = auditRoute.useNavigate();
  const { timeZone } = useMe().agency;
  const [shown, setShown] = useState<AuditEntry>();
  return (
    <Page title={t('title')} subtitle={t('why')} actions={<ExportEntries search={search} />}>
      <List<AuditEntry, Name>
        label={t('title')}
        queryKey={['identity', 'audit']}
        load={async (query, signal) => {
          const { after } = query;
          const asked = { ...askedOf(query, timeZone), limit: pageSize, ...(after && { after }) };
          const { entries, next } = await answer(
            api.identity.GET('/v1/audit-entries', { params: { query: asked }, signal }),
          );
          return { rows: entries, next };
        }}
        columns={useColumns(setShown)}
        filters={useFilters()}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <EntryDrawer entry={shown} onClose={() => setShown(undefined)} />
    </Page>
  );
}

function useFilters(): Filter<Name>[] {
  const t = texts.use();
  return [
    { name: 'userId', label: t('who'), input: StaffInput },
    {
      name: 'service',
      label: t('service'),
      input: services.map((value) => ({ value, label: names.word(value) })),
    },
    { name: 'action', label: t('action'), input: usePermissionChoices() },
    { name: 'objectType', label: t('objectType'), input: objectTypeChoices() },
    { name: 'objectId', label: t('objectId') },
    { name: 'from', label: t('from'), input: 'date' },
    { name: 'to', label: t('to'), input: 'date' },
  ];
}

const tones: Readonly<Record<AuditEntry['change'], Tone>> = {
  create: 'good',
  update: 'going',
  delete: 'bad',
  read: 'over',
  refused: 'waiting',
};

function useColumns(show: (entry: AuditEntry) => void): Column<AuditEntry>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const nameOf = usePermissionName();
  return [
    {
      title: t('when'),
      render: (_, entry) => (
        <button
          type="button"
          className="link-button"
          aria-label={`${t('show')} ${instantText(entry.occurredAt, timeZone)}`}
          onClick={() => show(entry)}
        >
          {instantText(entry.occurredAt, timeZone)}
        </button>
      ),
    },
    { title: t('who'), render: (_, { actor }) => <Actor actor={actor} /> },
    {
      title: t('change'),
      render: (_, { change }) => <StateTag tone={tones[change]}>{texts.word(change)}</StateTag>,
    },
    { title: t('action'), render: (_, { action }) => actionText(action, nameOf) },
    { title: t('service'), render: (_, { service }) => names.word(service) },
    { title: t('objectType'), render: (_, { objectType }) => objectTypes.word(objectType) },
  ];
}
