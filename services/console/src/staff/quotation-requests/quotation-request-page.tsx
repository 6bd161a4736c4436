import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Button, Card, Flex, Typography } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { QuotationRequest } from '../../api/gen/booking.ts';
import { instantText } from '../../format/dates.ts';
import { BranchName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { CustomerLink, DepartureLink, ProductLink } from '../links.tsx';
import { WriteQuotation } from '../quotations/write-quotation.tsx';
import { DeclineRequest } from './decline-request.tsx';
import { datesText, RequestState } from './request-words.tsx';
import { quotationRequestRoute } from './routes.ts';
import { texts } from './texts.ts';

/** One request for a quotation, and its answer: a quotation, or why there is none. */
export function QuotationRequestPage() {
  const { quotationRequestId } = quotationRequestRoute.useParams();
  const query = useQuery({
    queryKey: ['booking', 'quotation-request', quotationRequestId],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/quotation-requests/{quotationRequestId}', {
          params: { path: { quotationRequestId } },
          signal,
        }),
      ),
  });
  return <Loaded query={query}>{(request) => <OneRequest request={request} />}</Loaded>;
}

function OneRequest({ request }: { readonly request: QuotationRequest }) {
  const t = texts.use();
  return (
    <Page
      title={t('one')}
      tags={<RequestState of={request.state} />}
      subtitle={<CustomerLink id={request.customerId} />}
      actions={request.state === 'open' && <Answers request={request} />}
    >
      <Flex vertical gap="middle">
        {request.declineReason && (
          <Alert type="info" showIcon title={t('declineReason')} description={request.declineReason} />
        )}
        <Card title={t('words')}>
          {request.words ? (
            <Typography.Paragraph style={{ whiteSpace: 'pre-wrap', margin: 0 }}>
              {request.words}
            </Typography.Paragraph>
          ) : (
            <Typography.Text type="secondary">{t('noWords')}</Typography.Text>
          )}
        </Card>
        <Card title={t('overview')}>
          <RequestFacts request={request} />
        </Card>
      </Flex>
    </Page>
  );
}

function Answers({ request }: { readonly request: QuotationRequest }) {
  const t = texts.use();
  const may = useMay();
  const [chosen, setChosen] = useState<'quote' | 'decline'>();
  const onClose = () => setChosen(undefined);
  return (
    <>
      {may('booking.quotation.write') && (
        <Button type="primary" onClick={() => setChosen('quote')}>
          {t('quote')}
        </Button>
      )}
      {may('booking.quotation-request.decline') && (
        <Button onClick={() => setChosen('decline')}>{t('decline')}</Button>
      )}
      <WriteQuotation request={request} open={chosen === 'quote'} onClose={onClose} />
      <DeclineRequest request={request} open={chosen === 'decline'} onClose={onClose} />
    </>
  );
}

function RequestFacts({ request }: { readonly request: QuotationRequest }) {
  const t = texts.use();
  const may = useMay();
  const { timeZone } = useMe().agency;
  const { productId, departureId, quotationId, budget } = request;
  return (
    <Facts
      of={[
        [t('customer'), <CustomerLink key="customer" id={request.customerId} />],
        [t('product'), productId && <ProductLink key="product" id={productId} />],
        [t('departure'), departureId && <DepartureLink key="departure" id={departureId} />],
        [t('travellers'), request.travellers],
        [t('dates'), datesText(request)],
        [t('budget'), budget && <Money key="budget" of={budget} />],
        [t('branch'), <BranchName key="branch" id={request.branchId} />],
        [t('askedAt'), instantText(request.createdAt, timeZone)],
        ...(quotationId && may('booking.quotation.read')
          ? [
              [
                t('quoted'),
                <Link key="quotation" to="/quotations/$quotationId" params={{ quotationId }}>
                  {t('showQuotation')}
                </Link>,
              ] as const,
            ]
          : []),
      ]}
    />
  );
}
