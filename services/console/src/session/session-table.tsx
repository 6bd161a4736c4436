import { Table } from 'antd';
import type { ReactNode } from 'react';
import type { SessionOfUser } from '../api/gen/identity.ts';
import { instantText } from '../format/dates.ts';
import { localText } from '../format/names.ts';
import { StateTag } from '../patterns/state-tag.tsx';
import { useMe } from './me.ts';
import { texts } from './session-texts.ts';

/** Sessions with device, place and times. @param deed what can be done with each */
export function SessionTable({
  sessions,
  deed,
}: {
  readonly sessions: readonly SessionOfUser[];
  readonly deed: (session: SessionOfUser) => ReactNode;
}) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return (
    <Table<SessionOfUser>
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={sessions}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: t('none') }}
      columns={[
        {
          title: t('device'),
          render: (_, { device, current }) => (
            <>
              {[device.browser, device.system].filter(Boolean).join(' · ') || texts.word(device.kind)}{' '}
              {current && <StateTag tone="good">{t('thisOne')}</StateTag>}
            </>
          ),
        },
        { title: t('place'), render: (_, { place }) => placeText(place) },
        { title: t('method'), render: (_, { method }) => texts.word(method) },
        { title: t('startedAt'), render: (_, { startedAt }) => instantText(startedAt, timeZone) },
        { title: t('lastUsedAt'), render: (_, { lastUsedAt }) => instantText(lastUsedAt, timeZone) },
        { title: t('deeds'), render: (_, session) => deed(session) || '—' },
      ]}
    />
  );
}

function placeText({ address, kind, country, city }: SessionOfUser['place']): string {
  const names = [country, city].flatMap((name) => (name ? [localText(name)] : []));
  const where = names.length > 0 ? names.join(' ') : kind === 'internet' ? '' : texts.word(kind);
  return [where, address].filter(Boolean).join(' · ');
}
