import { Link } from '@tanstack/react-router';
import { Alert, Card, Col, Empty, Flex, Row, Typography } from 'antd';
import { now } from '../../format/clock.ts';
import { relativeText } from '../../format/dates.ts';
import { Waiting } from '../../patterns/loaded.tsx';
import { texts } from './texts.ts';
import { useTasks, type Task } from './use-tasks.ts';

interface Place {
  /** The list that shows them all. */
  readonly all: string;
  /** Where one of them is. */
  readonly one: (id: string) => string;
}

const order: Omit<Place, 'all'> = { one: (id) => `/orders/${id}` };
const inList = (all: string): Place => ({ all, one: () => all });

/** Where each kind of work is done. */
const places: Readonly<Record<string, Place>> = {
  'order-to-review': { all: '/reviews', ...order },
  'order-returned': { all: '/orders?state=returned', ...order },
  'payment-overdue': { all: '/orders?state=awaiting-payment', ...order },
  'choice-to-record': { all: '/orders?state=confirmed', ...order },
  'order-departing': { all: '/orders?state=confirmed', ...order },
  'waiting-offer': inList('/departures'),
  'quotation-to-approve': { all: '/reviews', one: (id) => `/quotations/${id}` },
  'quotation-request-open': {
    all: '/quotation-requests?state=open',
    one: (id) => `/quotation-requests/${id}`,
  },
  'contract-to-sign': { all: '/contracts', one: (id) => `/contracts/${id}` },
  'sheet-to-open': { all: '/operations-sheets', one: (id) => `/departures/${id}` },
  'reservation-to-confirm': { all: '/operations-sheets', one: (id) => `/operations-sheets/${id}` },
  'refund-to-approve': inList('/refunds'),
  'refund-to-pay': inList('/refunds'),
  'compensation-to-approve': inList('/compensations'),
  'compensation-to-pay': inList('/compensations'),
  'incident-open': { all: '/incidents', one: (id) => `/incidents/${id}` },
};

/** What waits for whoever is signed in. */
export function Tasks() {
  const t = texts.use();
  const { tasks, pending, silent } = useTasks();
  if (pending && tasks.length === 0) return <Waiting lines={4} />;
  return (
    <Flex vertical gap="middle">
      {silent.length > 0 && (
        <Alert type="warning" showIcon title={t('unreachable', { services: silent.join(', ') })} />
      )}
      {tasks.length === 0 && silent.length === 0 ? (
        <Card>
          <Empty description={t('nothing')} />
        </Card>
      ) : (
        <Row gutter={[16, 16]}>
          {tasks.map((task) => (
            <Col key={task.kind} xs={24} sm={12} xl={8} xxl={6}>
              <TaskCard task={task} />
            </Col>
          ))}
        </Row>
      )}
    </Flex>
  );
}

function TaskCard({ task: { kind, count, oldestAt, dueOn, objects } }: { readonly task: Task }) {
  const t = texts.use();
  const place = places[kind];
  const when = oldestAt
    ? t('oldest', { when: relativeText(oldestAt, now()) })
    : dueOn
      ? t('due', { day: dueOn })
      : undefined;
  return (
    <Card
      title={texts.word(kind)}
      extra={place && <Link to={place.all}>{t('all')}</Link>}
      styles={{ body: { paddingTop: 12 } }}
    >
      <Flex align="baseline" gap="small">
        <span className="task-count">
          {count >= 1_000 ? t('more', { count: 1_000 }) : t('count', { count })}
        </span>
        {when && <Typography.Text type="secondary">{when}</Typography.Text>}
      </Flex>
      <ul className="task-objects">
        {objects.map(
          ({ id, number }) =>
            place && (
              <li key={id}>
                <Link to={place.one(id)}>{number ?? t('openOne')}</Link>
              </li>
            ),
        )}
      </ul>
    </Card>
  );
}
