import { Link } from '@tanstack/react-router';
import type { TaskObject } from '../../api/gen/booking.ts';
import { dateText, instantText } from '../../format/dates.ts';
import { List } from '../../patterns/list-page.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMe } from '../../session/me.ts';
import { DepartureLink, OrderCustomer } from '../links.tsx';
import { NotFound } from '../not-found.tsx';
import { places } from './places.ts';
import { taskRoute } from './route.ts';
import { taskListOf } from './task-lists.ts';
import { texts } from './texts.ts';

/** All that waits for whoever is signed in of one kind: what home counts, row by row. */
export function TaskPage() {
  const { kind } = taskRoute.useParams();
  const search = taskRoute.useSearch();
  const navigate = taskRoute.useNavigate();
  const columns = useColumns(kind);
  const list = taskListOf(kind);
  if (!list) return <NotFound />;
  return (
    <Page title={texts.word(kind)}>
      <List
        label={texts.word(kind)}
        queryKey={[list.service, 'task', kind]}
        load={async (asked, signal) => {
          const { objects, next } = await list.load(asked, signal);
          return { rows: objects, next };
        }}
        columns={columns}
        filters={[]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

function useColumns(kind: string): Column<TaskObject>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const ofOrder = kind === 'order-returned' || kind === 'choice-to-record';
  return [
    {
      title: t('what'),
      render: (_, { id, number }) => <Link to={places[kind]?.one(id) ?? '/'}>{number ?? t('openOne')}</Link>,
    },
    { title: t('customer'), hidden: !ofOrder, render: (_, { id }) => <OrderCustomer id={id} /> },
    {
      title: t('departure'),
      hidden: kind !== 'sheet-to-open',
      render: (_, { id }) => <DepartureLink id={id} />,
    },
    {
      title: t(words[kind] ?? 'since'),
      render: (_, { since, on }) => (since ? instantText(since, timeZone) : on ? dateText(on) : '—'),
    },
  ];
}

/** What the day or the moment of a kind is, where it is not since when it waits. */
const words: Readonly<Record<string, 'departsOn' | 'answerBy' | 'until'>> = {
  'sheet-to-open': 'departsOn',
  'reservation-to-confirm': 'answerBy',
  'waiting-offer': 'until',
};
