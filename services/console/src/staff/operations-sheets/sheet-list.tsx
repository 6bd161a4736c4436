import { answer, api } from '../../api/client.ts';
import type { OperationsSheet } from '../../api/gen/itinerary.ts';
import { localText } from '../../format/names.ts';
import { ChooseDeparture } from '../../names/choose-records.tsx';
import { BranchName, UserName } from '../../names/names.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { oneOf, type ListSearch } from '../../patterns/list-search.ts';
import type { Column } from '../../patterns/rows.tsx';
import { SheetState } from './sheet-state.tsx';
import { texts } from './texts.ts';
import type { ReactNode } from 'react';

const states = ['preparing', 'travelling', 'ended'] as const;

type Filters = 'departureId' | 'state';

/** Groups with their sheets: for their sheets themselves, their archive files and their settlements. */
export function SheetList({
  label,
  way,
  search,
  onSearch,
}: {
  readonly label: string;
  /** Where the group number leads to. */
  readonly way: (sheet: OperationsSheet) => ReactNode;
  readonly search: ListSearch<Filters>;
  readonly onSearch: (search: ListSearch<Filters>) => void;
}) {
  const t = texts.use();
  return (
    <List
      label={label}
      queryKey={['itinerary', 'operations-sheet']}
      load={async ({ state, ...query }, signal) => {
        const { operationsSheets, next } = await answer(
          api.itinerary.GET('/v1/operations-sheets', {
            params: { query: { ...query, ...oneOf('state', states, state), limit: pageSize } },
            signal,
          }),
        );
        return { rows: operationsSheets, next };
      }}
      columns={useColumns(way)}
      filters={[
        { name: 'departureId', label: t('departure'), input: ChooseDeparture },
        {
          name: 'state',
          label: t('state'),
          input: states.map((value) => ({ value, label: texts.word(value) })),
        },
      ]}
      {...{ search, onSearch }}
    />
  );
}

function useColumns(way: (sheet: OperationsSheet) => ReactNode): Column<OperationsSheet>[] {
  const t = texts.use();
  return [
    { title: t('group'), render: (_, sheet) => way(sheet) },
    { title: t('product'), render: (_, { productName }) => localText(productName) },
    { title: t('departsOn'), render: (_, { departsOn }) => departsOn },
    { title: t('returnsOn'), render: (_, { returnsOn }) => returnsOn },
    { title: t('state'), render: (_, { state }) => <SheetState of={state} /> },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    { title: t('author'), render: (_, { authorId }) => <UserName id={authorId} /> },
  ];
}
