import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Typography } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { Incident, IncidentEntry } from '../../api/gen/identity.ts';
import { instantText } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { UserName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { Timeline, type Happening } from '../../patterns/timeline.tsx';
import { useMe } from '../../session/me.ts';
import { IncidentDeeds } from './incident-deeds.tsx';
import { Isolations } from './isolations.tsx';
import { incidentRoute } from './routes.ts';
import { texts } from './texts.ts';
import { severities, severityTones, states, stateTones } from './words.ts';

/** One incident: what is known, whom it concerns, who is kept out for it, and everything that was done. */
export function IncidentPage() {
  const { incidentId } = incidentRoute.useParams();
  const query = useQuery({
    queryKey: ['identity', 'incident', incidentId],
    queryFn: ({ signal }) =>
      answer(api.identity.GET('/v1/incidents/{incidentId}', { params: { path: { incidentId } }, signal })),
  });
  return <Loaded query={query}>{(incident) => <OneIncident key={incident.id} incident={incident} />}</Loaded>;
}

function OneIncident({ incident }: { readonly incident: Incident }) {
  const t = texts.use();
  const { title, kindName, state, severity, description, cause, lessons } = incident;
  return (
    <Page
      title={title ?? localText(kindName)}
      tags={
        <>
          <StateTag tone={stateTones[state]}>{texts.word(state)}</StateTag>
          <StateTag tone={severityTones[severity]}>{texts.word(severity)}</StateTag>
        </>
      }
      subtitle={localText(kindName)}
      actions={<IncidentDeeds incident={incident} />}
    >
      <Flex vertical gap="middle">
        <Card title={t('known')}>
          <IncidentFacts incident={incident} />
          <Typography.Paragraph className="long-text">{description}</Typography.Paragraph>
          {state === 'closed' && (
            <>
              <Typography.Title level={3} className="part-title">
                {t('cause')}
              </Typography.Title>
              <Typography.Paragraph className="long-text">{cause ?? '—'}</Typography.Paragraph>
              <Typography.Title level={3} className="part-title">
                {t('lessons')}
              </Typography.Title>
              <Typography.Paragraph className="long-text">{lessons ?? '—'}</Typography.Paragraph>
            </>
          )}
        </Card>
        <Isolations incident={incident} />
        <Card title={t('timeline')}>
          <WhatHappened incidentId={incident.id} />
        </Card>
      </Flex>
    </Page>
  );
}

function IncidentFacts({ incident }: { readonly incident: Incident }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const { openedAt, openedBy, ownerId, containedAt, closedAt, people } = incident;
  const at = (instant: string | null) => instant && instantText(instant, timeZone);
  const concerned =
    people.length > 0 ? (
      <ul className="plain-list bare">
        {people.map((id) => (
          <li key={id}>
            <UserName id={id} />
          </li>
        ))}
      </ul>
    ) : null;
  return (
    <Facts
      of={[
        [t('openedAt'), at(openedAt)],
        [t('openedBy'), openedBy ? <UserName key="by" id={openedBy} /> : t('byRule')],
        [t('owner'), ownerId && <UserName key="owner" id={ownerId} />],
        [t('containedAt'), at(containedAt)],
        [t('closedAt'), at(closedAt)],
        [t('people'), concerned],
      ]}
    />
  );
}

/** As many as one reads; nobody can change them. */
function WhatHappened({ incidentId }: { readonly incidentId: string }) {
  const query = useQuery({
    queryKey: ['identity', 'incident', incidentId, 'timeline'],
    queryFn: async ({ signal }) => {
      const params = { path: { incidentId }, query: { limit: 100 } };
      return (await answer(api.identity.GET('/v1/incidents/{incidentId}/timeline', { params, signal })))
        .entries;
    },
  });
  return <Loaded query={query}>{(entries) => <Timeline of={entries.map(happening)} />}</Loaded>;
}

const happening = ({ id, at, what, actorId, note, details }: IncidentEntry): Happening => ({
  id,
  at,
  tone: what === 'closed' ? 'good' : what === 'occurred' || what === 'opened' ? 'bad' : 'going',
  title: (
    <>
      {texts.word(`did-${what}`)} {actorId ? <UserName id={actorId} /> : texts.say('byRule')}
    </>
  ),
  details: [changeText(details), note].filter(Boolean).join(' · ') || undefined,
});

/** From which to which, where that is a state or a severity; other details are ids and numbers. */
function changeText({ from, to }: IncidentEntry['details']): string {
  const words = [from, to].filter((word) => [...states, ...severities].some((known) => known === word));
  return words.map((word) => texts.word(String(word))).join(' → ');
}
