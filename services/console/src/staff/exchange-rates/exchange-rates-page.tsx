import { PlusOutlined } from '../../patterns/icons.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { ExchangeRate } from '../../api/gen/booking.ts';
import { UserName } from '../../names/names.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Page } from '../../patterns/page.tsx';
import type { Column } from '../../patterns/rows.tsx';
import { useMay } from '../../session/me.ts';
import { exchangeRatesRoute } from './routes.ts';
import { SetRate } from './set-rate.tsx';
import { texts } from './texts.ts';

/** What currencies are worth in others, by the agency's own table. */
export function ExchangeRatesPage() {
  const t = texts.use();
  const may = useMay();
  const search = exchangeRatesRoute.useSearch();
  const navigate = exchangeRatesRoute.useNavigate();
  const [setting, setSetting] = useState(false);
  const set = may('booking.exchange-rate.set') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setSetting(true)}>
      {t('set')}
    </Button>
  );
  return (
    <Page title={t('title')} subtitle={t('why')} actions={set}>
      <List<ExchangeRate, never>
        label={t('title')}
        queryKey={['booking', 'exchange-rate']}
        load={async ({ after }: { readonly after?: string }, signal) => {
          const query = { limit: pageSize, ...(after && { after }) };
          const { exchangeRates, next } = await answer(
            api.booking.GET('/v1/exchange-rates', { params: { query }, signal }),
          );
          return { rows: exchangeRates, next };
        }}
        columns={useColumns()}
        filters={[]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <SetRate open={setting} onClose={() => setSetting(false)} />
    </Page>
  );
}

function useColumns(): Column<ExchangeRate>[] {
  const t = texts.use();
  return [
    {
      title: t('pair'),
      render: (_, { fromCurrency, toCurrency }) => t('pairOf', { from: fromCurrency, to: toCurrency }),
    },
    { title: t('rate'), align: 'end', render: (_, { rate }) => <span className="money">{rate}</span> },
    { title: t('validFrom'), render: (_, { validFrom }) => validFrom },
    { title: t('source'), render: (_, { source }) => source },
    { title: t('setBy'), render: (_, { setBy }) => <UserName id={setBy} /> },
  ];
}
