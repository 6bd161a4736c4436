import { Link } from '@tanstack/react-router';
import { Alert, Flex } from 'antd';
import { now } from '../../format/clock.ts';
import { relativeText, todayIn } from '../../format/dates.ts';
import { Waiting } from '../../patterns/loaded.tsx';
import { Panel } from '../../patterns/panel.tsx';
import { useMe } from '../../session/me.ts';
import { dayOf } from './day-of.ts';
import { places } from './places.ts';
import { texts } from './texts.ts';
import { useTasks, type Task } from './use-tasks.ts';

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
        <Panel>
          <p className="no-tasks">{t('nothing')}</p>
        </Panel>
      ) : (
        <div className="task-cards">
          {tasks.map((task) => (
            <TaskCard key={task.kind} task={task} />
          ))}
        </div>
      )}
    </Flex>
  );
}

function TaskCard({ task: { kind, count, oldestAt, dueOn, objects } }: { readonly task: Task }) {
  const t = texts.use();
  const place = places[kind];
  const today = todayIn(useMe().agency.timeZone);
  const when = oldestAt
    ? t('oldest', { when: relativeText(oldestAt, now()) })
    : dueOn
      ? t(dayOf(kind, dueOn, today), { day: dueOn })
      : undefined;
  return (
    <Panel title={texts.word(kind)} extra={place && <Link to={place.all(today)}>{t('all')}</Link>}>
      <Flex align="baseline" gap="small">
        <span className="task-count">
          {count >= 1_000 ? t('more', { count: 1_000 }) : t('count', { count })}
        </span>
        {when && <span className="quiet">{when}</span>}
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
    </Panel>
  );
}
