import { PlusOutlined } from '../../patterns/icons.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { AgentPriceList } from '../../api/gen/booking.ts';
import { moneyText, shareText } from '../../format/money.ts';
import { ChooseFranchise, ChooseProduct } from '../../names/choose-records.tsx';
import { BranchName } from '../../names/names.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Page } from '../../patterns/page.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import type { Column } from '../../patterns/rows.tsx';
import { useMay } from '../../session/me.ts';
import { ProductLink } from '../links.tsx';
import { categories } from '../selling/words.ts';
import { ChangeAgentPrices, SetAgentPrices } from './agent-price-forms.tsx';
import { agentPricesRoute } from './routes.ts';
import { texts } from './texts.ts';

/** What franchise branches have agreed as agents. */
export function AgentPricesPage() {
  const t = texts.use();
  const may = useMay();
  const search = agentPricesRoute.useSearch();
  const navigate = agentPricesRoute.useNavigate();
  const [setting, setSetting] = useState(false);
  const [changing, setChanging] = useState<AgentPriceList>();
  const sets = may('booking.agent-price-list.set');
  const setUp = sets && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setSetting(true)}>
      {t('setUp')}
    </Button>
  );
  return (
    <Page title={t('title')} subtitle={t('why')} actions={setUp}>
      <List<AgentPriceList, 'branchId' | 'productId'>
        label={t('title')}
        queryKey={['booking', 'agent-price-list']}
        load={async (query, signal) => {
          const { agentPriceLists, next } = await answer(
            api.booking.GET('/v1/agent-price-lists', {
              params: { query: { ...query, limit: pageSize } },
              signal,
            }),
          );
          return { rows: agentPriceLists, next };
        }}
        columns={useColumns(sets ? setChanging : undefined)}
        filters={[
          { name: 'branchId', label: t('branch'), input: ChooseFranchise },
          { name: 'productId', label: t('product'), input: ChooseProduct },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
      <SetAgentPrices open={setting} onClose={() => setSetting(false)} />
      {changing && (
        <ChangeAgentPrices key={changing.id} list={changing} onClose={() => setChanging(undefined)} />
      )}
    </Page>
  );
}

function useColumns(change: ((list: AgentPriceList) => void) | undefined): Column<AgentPriceList>[] {
  const t = texts.use();
  const actions: Column<AgentPriceList> = {
    title: patternTexts.say('actions'),
    render: (_, list) => (
      <Button size="small" onClick={() => change?.(list)}>
        {patternTexts.say('change')}
      </Button>
    ),
  };
  return [
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    {
      title: t('product'),
      render: (_, { productId }) => (productId ? <ProductLink id={productId} /> : t('allProducts')),
    },
    {
      title: t('discount'),
      align: 'end',
      render: (_, { discountBasisPoints }) => shareText(discountBasisPoints),
    },
    { title: t('prices'), render: (_, list) => <Prices of={list} /> },
    ...(change ? [actions] : []),
  ];
}

function Prices({ of: { prices, currency } }: { readonly of: AgentPriceList }) {
  if (prices.length === 0 || currency === null) return <>—</>;
  return (
    <ul className="plain-list bare">
      {prices.map(({ travellerCategory, amount }) => (
        <li key={travellerCategory}>
          {categories.word(travellerCategory)} · {moneyText({ amount, currency })}
        </li>
      ))}
    </ul>
  );
}
