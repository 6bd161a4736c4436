import { useQueries } from '@tanstack/react-query';
import { Button, Card, Drawer, Empty, Flex, Select, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { instantText } from '../../format/dates.ts';
import { texts as names } from '../../names/texts.ts';
import { Confirm } from '../../patterns/confirm.tsx';
import { Waiting } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { quarantineRoute } from './routes.ts';
import { mayRead, mayReplay, quarantines, services, type Held, type Service } from './services.ts';
import { texts } from './texts.ts';

type Row = Held & { readonly service: Service };

/** Messages a service could not work through, of all services: looked at, and put in again once what was wrong is mended. */
export function QuarantinePage() {
  const t = texts.use();
  const may = useMay();
  const { service: chosen } = quarantineRoute.useSearch();
  const navigate = quarantineRoute.useNavigate();
  const readable = services.filter((service) => may(mayRead(service)));
  const asked = readable.filter((service) => !chosen || service === chosen);
  const found = useQueries({
    queries: asked.map((service) => ({
      queryKey: [service, 'quarantine'],
      queryFn: ({ signal }: { signal: AbortSignal }) => quarantines[service].ask(signal),
    })),
  });
  const rows = found
    .flatMap(({ data }, index): Row[] => {
      const service = asked[index];
      return service && data ? data.messages.map((one) => ({ ...one, service })) : [];
    })
    .toSorted((one, other) => (one.quarantinedAt < other.quarantinedAt ? 1 : -1));
  return (
    <Page title={t('title')} subtitle={t('why')}>
      <Card>
        <Flex gap="small" align="center" className="filter-bar">
          <label htmlFor="quarantine-service">{t('service')}</label>
          <Select<string>
            id="quarantine-service"
            allowClear
            value={chosen ?? null}
            options={readable.map((value) => ({ value, label: names.word(value) }))}
            onChange={(service) => void navigate({ search: service ? { service } : {} })}
            className="filter-select"
          />
        </Flex>
        {found.map(({ error, refetch }, index) => (
          <ProblemAlert key={asked[index]} problem={error} onRetry={() => void refetch()} />
        ))}
        {found.some(({ isPending }) => isPending) ? <Waiting /> : <Messages rows={rows} />}
      </Card>
    </Page>
  );
}

function Messages({ rows }: { readonly rows: readonly Row[] }) {
  const t = texts.use();
  const [shown, setShown] = useState<Row>();
  const columns = useColumns(setShown);
  if (rows.length === 0) return <Empty description={t('empty')} />;
  return (
    <>
      <Table<Row>
        rowKey="id"
        size="small"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        dataSource={rows}
        scroll={{ x: 'max-content' }}
        columns={columns}
      />
      <Drawer
        title={shown ? eventOf(shown.subject) : ''}
        open={shown !== undefined}
        onClose={() => setShown(undefined)}
        size={720}
        destroyOnHidden
      >
        {shown && <Message row={shown} />}
      </Drawer>
    </>
  );
}

function useColumns(show: (row: Row) => void): TableColumnsType<Row> {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    { title: t('when'), render: (_, { quarantinedAt }) => instantText(quarantinedAt, timeZone) },
    { title: t('service'), render: (_, { service }) => names.word(service) },
    { title: t('subject'), render: (_, { subject }) => eventOf(subject) },
    {
      title: t('error'),
      render: (_, { error }) => <span className="one-line">{error.split('\n')[0]}</span>,
    },
    { title: t('deliveries'), dataIndex: 'deliveries', align: 'end' },
    {
      title: t('state'),
      render: (_, { replayedAt }) => (
        <StateTag tone={replayedAt ? 'good' : 'bad'}>{replayedAt ? t('replayed') : t('held')}</StateTag>
      ),
    },
    {
      title: t('deeds'),
      render: (_, row) => (
        <Flex gap="small">
          <Button size="small" onClick={() => show(row)}>
            {t('show')}
          </Button>
          <Replay row={row} />
        </Flex>
      ),
    },
  ];
}

/** `evt.<agency>.<service>.<noun>.<what>.v1` without what is the same for all. */
const eventOf = (subject: string): string => subject.split('.').slice(2).join('.');

function Message({ row: { error, message } }: { readonly row: Row }) {
  const t = texts.use();
  return (
    <>
      <h3>{t('error')}</h3>
      <pre className="secret">{error}</pre>
      <h3>{t('message')}</h3>
      <pre className="secret">{pretty(message)}</pre>
    </>
  );
}

/** Messages are JSON; what is not is shown as it came. */
function pretty(message: string): string {
  try {
    return JSON.stringify(JSON.parse(message), undefined, 2);
  } catch {
    return message;
  }
}

function Replay({ row }: { readonly row: Row }) {
  const t = texts.use();
  const may = useMay();
  const change = useChange((id: string, key) => quarantines[row.service].replay(id, key), {
    touches: [[row.service, 'quarantine']],
    done: t('replayedNow'),
  });
  if (row.replayedAt || !may(mayReplay(row.service))) return null;
  return (
    <Confirm
      label={t('replay')}
      why={t('replayWhy')}
      input={row.id}
      change={change}
      button={{ size: 'small' }}
    />
  );
}
