import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Flex } from 'antd';
import type { Departure } from '../../api/gen/booking.ts';
import { dateText, timeZoneName, todayIn } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { BranchName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { LinkButton } from '../../patterns/link-button.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay } from '../../session/me.ts';
import { useWayToSheet } from '../operations-sheets/use-sheet-of.ts';
import { AffectedOrders } from '../orders/group-choices/affected-orders.tsx';
import { PriceRows } from '../selling/price-rows.tsx';
import { departureQuery } from '../selling/queries.ts';
import { DepartureState } from '../selling/state.tsx';
import { DepartureActions } from './departure-actions.tsx';
import { departureRoute } from './routes.ts';
import { texts } from './texts.ts';
import { WaitingList } from './waiting-list.tsx';

/** One departure: its seats, prices, whether it takes place, and who waits for it. */
export function DeparturePage() {
  const { departureId } = departureRoute.useParams();
  const query = useQuery(departureQuery(departureId));
  return <Loaded query={query}>{(departure) => <OneDeparture departure={departure} />}</Loaded>;
}

function OneDeparture({ departure }: { readonly departure: Departure }) {
  const t = texts.use();
  const may = useMay();
  const concerned =
    departure.state === 'cancelled' ||
    (departure.groupStanding === 'at-risk' && departure.departsOn >= todayIn(departure.timeZone));
  return (
    <Page
      title={departure.groupNumber}
      tags={
        <>
          <DepartureState of={departure.state} />
          {departure.state === 'open' && departure.groupStanding !== 'undecided' && (
            <DepartureState of={departure.groupStanding} />
          )}
        </>
      }
      subtitle={
        <Link to="/products/$productId" params={{ productId: departure.productId }}>
          {localText(departure.productName)}
        </Link>
      }
      actions={
        <>
          <Ways departureId={departure.id} />
          <DepartureActions departure={departure} />
        </>
      }
    >
      <Flex vertical gap="middle">
        <Card title={t('overview')}>
          <DepartureFacts departure={departure} />
        </Card>
        {concerned && may('booking.order.read') && <AffectedOrders departure={departure} />}
        <Card title={t('prices')}>
          <PriceRows prices={departure.prices} currency={departure.currency} />
        </Card>
        {may('booking.waiting-list.read') && <WaitingList departureId={departure.id} />}
      </Flex>
    </Page>
  );
}

/** Where the group is carried out and settled, for whoever may look there. */
function Ways({ departureId }: { readonly departureId: string }) {
  const t = texts.use();
  const may = useMay();
  const sheet = useWayToSheet(departureId);
  const params = { departureId };
  return (
    <>
      {may('itinerary.operations-sheet.read') && <LinkButton to={sheet}>{t('sheet')}</LinkButton>}
      {may('itinerary.archive-file.read') && (
        <LinkButton to="/archive-files/$departureId" params={params}>
          {t('archive')}
        </LinkButton>
      )}
      {may('finance.group-settlement.read') && (
        <LinkButton to="/settlements/$departureId" params={params}>
          {t('settlement')}
        </LinkButton>
      )}
    </>
  );
}

function DepartureFacts({ departure }: { readonly departure: Departure }) {
  const t = texts.use();
  const { operatingBranchId, note } = departure;
  return (
    <Facts
      of={[
        [t('departsOn'), dateText(departure.departsOn)],
        [t('returnsOn'), dateText(departure.returnsOn)],
        [t('timeZone'), timeZoneName(departure.timeZone)],
        [t('capacity'), departure.capacity],
        [t('free'), departure.remaining],
        [t('occupancy'), departure.capacity - departure.remaining],
        [t('minimum'), departure.minimumGroup],
        [t('cutOff'), departure.cutOffDays],
        [
          t('operatingBranch'),
          operatingBranchId === null ? t('headquarters') : <BranchName key="branch" id={operatingBranchId} />,
        ],
        [t('standing'), <DepartureState key="standing" of={departure.groupStanding} />],
        ...(note ? [[t('note'), note] as const] : []),
        ...(departure.tripBegan ? [[t('stateReason'), t('tripBegan')] as const] : []),
        ...(departure.stateReason ? [[t('stateReason'), departure.stateReason] as const] : []),
      ]}
    />
  );
}
