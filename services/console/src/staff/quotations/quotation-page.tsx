import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Card, Flex, Select } from 'antd';
import { useState } from 'react';
import { answer, api } from '../../api/client.ts';
import type { QuotationDetail, QuotationRevision } from '../../api/gen/booking.ts';
import { instantText } from '../../format/dates.ts';
import { UserName } from '../../names/names.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useMe } from '../../session/me.ts';
import { CustomerLink, DepartureLink } from '../links.tsx';
import { approvalReasons, reasonsInWords } from '../reviews/quotations-below-cost.tsx';
import { QuotationState } from '../selling/state.tsx';
import { channels } from '../selling/words.ts';
import { QuotationActions } from './quotation-actions.tsx';
import { QuotationContent } from './quotation-content.tsx';
import { quotationRoute } from './routes.ts';
import { texts } from './texts.ts';

/** One quotation with its revisions; the newest is the one that counts. */
export function QuotationPage() {
  const { quotationId } = quotationRoute.useParams();
  const query = useQuery({
    queryKey: ['booking', 'quotation', quotationId],
    queryFn: ({ signal }) =>
      answer(api.booking.GET('/v1/quotations/{quotationId}', { params: { path: { quotationId } }, signal })),
  });
  return (
    <Loaded query={query}>{(quotation) => <OneQuotation key={quotation.id} quotation={quotation} />}</Loaded>
  );
}

function OneQuotation({ quotation }: { readonly quotation: QuotationDetail }) {
  const t = texts.use();
  const { id: quotationId, revision, content, approvedRevision } = quotation;
  const [chosen, setChosen] = useState({ of: revision, shown: revision });
  // A newer revision is the one that counts: it is shown as soon as there is one, and what is open beside it stays open.
  const shown = chosen.of === revision ? chosen.shown : revision;
  const query = useQuery({
    queryKey: ['booking', 'quotation', quotationId, 'revision', shown],
    queryFn: ({ signal }): Promise<QuotationRevision> =>
      shown === revision
        ? Promise.resolve(content)
        : answer(
            api.booking.GET('/v1/quotations/{quotationId}/revisions/{revision}', {
              params: { path: { quotationId, revision: shown } },
              signal,
            }),
          ),
  });
  const reasons = approvalReasons(content);
  const waits = quotation.state === 'draft' && reasons.length > 0 && approvedRevision !== revision;
  return (
    <Page
      title={quotation.number}
      tags={
        <>
          <QuotationState of={quotation.state} />
          {reasons.map((reason) => (
            <StateTag key={reason} tone="bad">
              {t(reason)}
            </StateTag>
          ))}
        </>
      }
      subtitle={t('revisionNumber', { revision })}
      actions={<QuotationActions quotation={quotation} revision={shown} />}
    >
      <Flex vertical gap="middle">
        {waits && (
          <Alert type="warning" showIcon title={t('approvalWaits')} description={reasonsInWords(content)} />
        )}
        {quotation.declineReason && (
          <Alert type="info" showIcon title={t('declineReason')} description={quotation.declineReason} />
        )}
        <Card title={t('overview')}>
          <QuotationFacts quotation={quotation} />
        </Card>
        <Card
          title={t('lines')}
          extra={
            <Revisions {...{ revision, shown }} onShow={(one) => setChosen({ of: revision, shown: one })} />
          }
        >
          <Loaded query={query}>{(one) => <QuotationContent of={one} />}</Loaded>
        </Card>
      </Flex>
    </Page>
  );
}

function Revisions({
  revision,
  shown,
  onShow,
}: {
  readonly revision: number;
  readonly shown: number;
  readonly onShow: (revision: number) => void;
}) {
  const t = texts.use();
  if (revision === 1) return null;
  return (
    <Select
      aria-label={t('revision')}
      value={shown}
      onChange={onShow}
      options={Array.from({ length: revision }, (_, index) => {
        const value = revision - index;
        return {
          value,
          label: t('revisionNumber', { revision: value }) + (value === revision ? t('current') : ''),
        };
      })}
      popupMatchSelectWidth={false}
    />
  );
}

function QuotationFacts({ quotation }: { readonly quotation: QuotationDetail }) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const { content, departureId, approverId, orderId } = quotation;
  return (
    <Facts
      of={[
        [t('customer'), <CustomerLink key="customer" id={quotation.customerId} />],
        [t('departure'), departureId && <DepartureLink key="departure" id={departureId} />],
        [t('validUntil'), quotation.validUntil],
        [t('channel'), channels.word(content.channel)],
        [t('author'), <UserName key="author" id={quotation.authorId} />],
        [t('createdAt'), instantText(quotation.createdAt, timeZone)],
        ...(approverId ? [[t('approver'), <UserName key="approver" id={approverId} />] as const] : []),
        ...(orderId
          ? [
              [
                t('order'),
                <Link key="order" to="/orders/$orderId" params={{ orderId }}>
                  {t('showOrder')}
                </Link>,
              ] as const,
            ]
          : []),
        ...(content.note ? [[t('note'), content.note] as const] : []),
      ]}
    />
  );
}
