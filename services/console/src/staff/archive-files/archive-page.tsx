import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { ArchiveFile } from '../../api/gen/itinerary.ts';
import { instantText } from '../../format/dates.ts';
import { UserName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { DepartureLink } from '../links.tsx';
import { CloseArchive } from './close-archive.tsx';
import { ComponentPlace } from './component-place.tsx';
import { archiveRoute } from './routes.ts';
import { texts } from './texts.ts';

/** The papers of one group: the twelve that belong to it, there or missing. */
export function ArchivePage() {
  const { departureId } = archiveRoute.useParams();
  const query = useQuery({
    queryKey: ['itinerary', 'archive-file', departureId],
    queryFn: ({ signal }) =>
      answer(
        api.itinerary.GET('/v1/archive-files/{departureId}', { params: { path: { departureId } }, signal }),
      ),
  });
  return <Loaded query={query}>{(file) => <OneArchive file={file} />}</Loaded>;
}

function OneArchive({ file }: { readonly file: ArchiveFile }) {
  const t = texts.use();
  const may = useMay();
  const [closing, setClosing] = useState(false);
  const open = file.state === 'open';
  const ended = useTripEnded(file.operationsSheetId);
  const lacking = file.missing.length;
  return (
    <Page
      title={t('one')}
      tags={<StateTag tone={open ? 'going' : 'over'}>{t(file.state)}</StateTag>}
      subtitle={<DepartureLink id={file.departureId} />}
      actions={
        open &&
        ended &&
        may('itinerary.archive-file.close') && (
          <Button type="primary" onClick={() => setClosing(true)}>
            {t('close')}
          </Button>
        )
      }
    >
      <Flex vertical gap="middle">
        {open && (
          <Alert
            type={lacking > 0 ? 'warning' : 'success'}
            showIcon
            title={lacking > 0 ? t('lacks', { count: lacking }) : t('complete')}
          />
        )}
        <Card title={t('components')}>
          <Components file={file} />
        </Card>
        <Card>
          <ArchiveFacts file={file} />
        </Card>
      </Flex>
      <CloseArchive file={file} open={closing} onClose={() => setClosing(false)} />
    </Page>
  );
}

/** Whether the trip is over, as far as one may know: before, no file is closed. */
function useTripEnded(sheetId: string): boolean {
  const enabled = useMay()('itinerary.operations-sheet.read');
  const { data } = useQuery({
    queryKey: ['itinerary', 'operations-sheet', sheetId],
    queryFn: ({ signal }) =>
      answer(api.itinerary.GET('/v1/operations-sheets/{sheetId}', { params: { path: { sheetId } }, signal })),
    enabled,
  });
  return !enabled || data?.state === 'ended';
}

function Components({ file }: { readonly file: ArchiveFile }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return (
    <Itemised
      label={t('components')}
      rows={file.components}
      rowKey={({ component }) => component}
      columns={[
        { title: t('component'), render: (_, { component }) => t(component) },
        {
          title: t('state'),
          render: (_, { state }) => (
            <StateTag tone={state === 'present' ? 'good' : 'bad'}>{t(state)}</StateTag>
          ),
        },
        { title: t('where'), render: (_, row) => <ComponentPlace file={file} of={row} /> },
        { title: t('since'), render: (_, { since }) => (since ? instantText(since, timeZone) : '—') },
      ]}
    />
  );
}

function ArchiveFacts({ file }: { readonly file: ArchiveFile }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return (
    <Facts
      of={[
        [t('departure'), <DepartureLink key="departure" id={file.departureId} />],
        [t('openedAt'), instantText(file.createdAt, timeZone)],
        [t('closedAt'), file.closedAt && instantText(file.closedAt, timeZone)],
        [t('closedBy'), file.closedBy && <UserName key="by" id={file.closedBy} />],
        [t('retainUntil'), file.retainUntil],
        [t('closeReason'), file.closeReason],
      ]}
    />
  );
}
