import { useQuery } from '@tanstack/react-query';
import { Card, Flex } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { OperationsSheetDetail } from '../../api/gen/itinerary.ts';
import { dateText, instantText, todayIn } from '../../format/dates.ts';
import { localText } from '../../format/names.ts';
import { BranchName, UserName } from '../../names/names.tsx';
import { Confirm } from '../../patterns/confirm.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { LinkButton } from '../../patterns/link-button.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { DepartureLink } from '../links.tsx';
import { Guide } from './guide.tsx';
import { OpenDecision } from './open-decision.tsx';
import { Passengers } from './passengers.tsx';
import { Reservations } from './reservations.tsx';
import { sheetRoute } from './routes.ts';
import { sheetQuery } from './sheet-query.ts';
import { SheetState } from './sheet-state.tsx';
import { sheetTouches } from './sheet-touches.ts';
import { texts } from './texts.ts';

/** One group from its preparation to its end: reservations, guide, passengers. */
export function SheetPage() {
  const { sheetId } = sheetRoute.useParams();
  const query = useQuery(sheetQuery(sheetId));
  return <Loaded query={query}>{(sheet) => <OneSheet sheet={sheet} />}</Loaded>;
}

function OneSheet({ sheet }: { readonly sheet: OperationsSheetDetail }) {
  return (
    <Page
      title={localText(sheet.productName)}
      tags={<SheetState of={sheet.state} />}
      subtitle={sheet.groupNumber}
      actions={<Steps sheet={sheet} />}
    >
      <Flex vertical gap="middle">
        <OpenDecision sheet={sheet} />
        <Card>
          <SheetFacts sheet={sheet} />
        </Card>
        <Guide sheet={sheet} />
        <Reservations sheet={sheet} />
        <Passengers sheet={sheet} />
      </Flex>
    </Page>
  );
}

function Steps({ sheet }: { readonly sheet: OperationsSheetDetail }) {
  const t = texts.use();
  const may = useMay();
  const params = { departureId: sheet.departureId };
  const over = sheet.state === 'travelling' && todayIn(sheet.timeZone) >= sheet.returnsOn;
  const end = useChange(
    (_input: null, key) =>
      answer(
        api.itinerary.POST('/v1/operations-sheets/{sheetId}/trip-end', {
          params: { path: { sheetId: sheet.id } },
          headers: changing(key),
        }),
      ),
    { touches: sheetTouches, done: t('tripEnded') },
  );
  return (
    <>
      {may('itinerary.archive-file.read') && (
        <LinkButton to="/archive-files/$departureId" params={params}>
          {t('archive')}
        </LinkButton>
      )}
      {may('itinerary.trip.end') && over && (
        <Confirm
          label={t('endTrip')}
          why={t('endTripWhy')}
          input={null}
          change={end}
          button={{ type: 'primary' }}
        />
      )}
    </>
  );
}

function SheetFacts({ sheet }: { readonly sheet: OperationsSheetDetail }) {
  const t = texts.use();
  return (
    <Facts
      of={[
        [t('departure'), <DepartureLink key="departure" id={sheet.departureId} />],
        [t('departsOn'), dateText(sheet.departsOn)],
        [t('returnsOn'), dateText(sheet.returnsOn)],
        [t('headCount'), t('people', { count: sheet.headCount })],
        [t('branch'), <BranchName key="branch" id={sheet.branchId} />],
        [t('author'), <UserName key="author" id={sheet.authorId} />],
        [t('endedAt'), sheet.endedAt && instantText(sheet.endedAt, sheet.timeZone)],
      ]}
    />
  );
}
