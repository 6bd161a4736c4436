import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { Incident } from '../../api/gen/identity.ts';
import { instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { UserName } from '../../names/names.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Page } from '../../patterns/page.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { OpenIncident } from './open-incident.tsx';
import { incidentsRoute } from './routes.ts';
import { texts } from './texts.ts';
import { choices, kinds, severities, severityTones, states, stateTones } from './words.ts';

/** What went wrong with security, and how far it has been dealt with. Everybody on the staff may report; who deals with it sees all. */
export function IncidentsPage() {
  const t = texts.use();
  const may = useMay();
  const [opening, setOpening] = useState(false);
  const open = may('identity.incident.open') && (
    <Button type="primary" onClick={() => setOpening(true)}>
      {t('report')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      actions={open}
      subtitle={may('identity.incident.read') ? undefined : t('reportOnly')}
    >
      {may('identity.incident.read') && <Incidents />}
      <OpenIncident open={opening} onClose={() => setOpening(false)} />
    </Page>
  );
}

function Incidents() {
  const t = texts.use();
  const search = incidentsRoute.useSearch();
  const navigate = incidentsRoute.useNavigate();
  return (
    <List
      label={t('title')}
      queryKey={['identity', 'incident']}
      load={async ({ state, kind, severity, after }, signal) => {
        const query = {
          limit: pageSize,
          ...(after && { after }),
          ...one('state', states, state),
          ...one('kind', kinds, kind),
          ...one('severity', severities, severity),
        };
        const { incidents, next } = await answer(
          api.identity.GET('/v1/incidents', { params: { query }, signal }),
        );
        return { rows: incidents, next };
      }}
      columns={useColumns()}
      filters={[
        { name: 'state', label: t('state'), input: choices(states) },
        { name: 'kind', label: t('kind'), input: choices(kinds) },
        { name: 'severity', label: t('severity'), input: choices(severities) },
      ]}
      search={search}
      onSearch={(next) => void navigate({ search: next })}
    />
  );
}

/** A filter of the address, where it is a word the service knows. */
function one<Name extends string, Word extends string>(
  name: Name,
  known: readonly Word[],
  value: string | undefined,
) {
  const word = known.find((candidate) => candidate === value);
  return (word ? { [name]: word } : {}) as { readonly [name in Name]?: Word }; // this name alone
}

function useColumns(): Column<Incident>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    {
      title: t('incident'),
      render: (_, { id, title, kindName }) => (
        <Link to="/incidents/$incidentId" params={{ incidentId: id }}>
          {title ?? localText(kindName)}
        </Link>
      ),
    },
    { title: t('kind'), render: (_, { kindName }) => localText(kindName) },
    {
      title: t('severity'),
      render: (_, { severity }) => <StateTag tone={severityTones[severity]}>{texts.word(severity)}</StateTag>,
    },
    {
      title: t('state'),
      render: (_, { state }) => <StateTag tone={stateTones[state]}>{texts.word(state)}</StateTag>,
    },
    { title: t('owner'), render: (_, { ownerId }) => (ownerId ? <UserName id={ownerId} /> : '—') },
    { title: t('openedAt'), render: (_, { openedAt }) => instantText(openedAt, timeZone) },
    {
      title: t('openedBy'),
      render: (_, { byRule, openedBy }) =>
        openedBy ? <UserName id={openedBy} /> : byRule ? t('byRule') : '—',
    },
  ];
}
