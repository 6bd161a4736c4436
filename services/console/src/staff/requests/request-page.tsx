import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Typography } from 'antd';
import { answer, api } from '../../api/client.ts';
import type { Request } from '../../api/gen/itinerary.ts';
import { instantText } from '../../format/dates.ts';
import { BranchName, UserName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { LinkButton } from '../../patterns/link-button.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { CustomerLink } from '../links.tsx';
import { requestRoute } from './routes.ts';
import { texts } from './texts.ts';

/** One request, and the way to what can be sold to who asked. */
export function RequestPage() {
  const { requestId } = requestRoute.useParams();
  const query = useQuery({
    queryKey: ['itinerary', 'request', requestId],
    queryFn: ({ signal }) =>
      answer(api.itinerary.GET('/v1/requests/{requestId}', { params: { path: { requestId } }, signal })),
  });
  return <Loaded query={query}>{(request) => <OneRequest request={request} />}</Loaded>;
}

function OneRequest({ request }: { readonly request: Request }) {
  const t = texts.use();
  const may = useMay();
  const desk: string = '/desk';
  const search = { customer: request.customerId } as never; // as the desk's own address has it
  const toDesk = (may('booking.order.place') || may('booking.quotation.write')) && (
    <LinkButton look="primary" to={desk} search={search}>
      {t('toDesk')}
    </LinkButton>
  );
  return (
    <Page title={t('one')} subtitle={<CustomerLink id={request.customerId} />} actions={toDesk}>
      <Flex vertical gap="middle">
        <Card>
          <Words name={t('purpose')} text={request.purpose} />
          <Words name={t('preferences')} text={request.preferences} />
          <Words name={t('specialNeeds')} text={request.specialNeeds} />
        </Card>
        <Card>
          <RequestFacts request={request} />
        </Card>
      </Flex>
    </Page>
  );
}

/** What the customer said, line by line as it was taken down. */
function Words({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <>
      <Typography.Title level={2} style={{ fontSize: 14, marginTop: 8 }}>
        {name}
      </Typography.Title>
      <Typography.Paragraph style={{ whiteSpace: 'pre-wrap' }}>{text || '—'}</Typography.Paragraph>
    </>
  );
}

function RequestFacts({ request }: { readonly request: Request }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return (
    <Facts
      of={[
        [t('customer'), <CustomerLink key="customer" id={request.customerId} />],
        [t('budget'), request.budget && <Money key="budget" of={request.budget} />],
        [t('branch'), <BranchName key="branch" id={request.branchId} />],
        [t('takenBy'), <UserName key="author" id={request.authorId} />],
        [t('takenAt'), instantText(request.createdAt, timeZone)],
      ]}
    />
  );
}
