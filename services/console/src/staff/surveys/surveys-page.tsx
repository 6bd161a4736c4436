import { answer, api, changing } from '../../api/client.ts';
import type { Survey } from '../../api/gen/crm.ts';
import { instantText } from '../../format/dates.ts';
import { ChooseCustomer, ChooseOrder } from '../../names/choose-records.tsx';
import { BranchName } from '../../names/names.tsx';
import { Confirm } from '../../patterns/confirm.tsx';
import { List, pageSize } from '../../patterns/list-page.tsx';
import { Page } from '../../patterns/page.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useChange } from '../../patterns/use-change.ts';
import type { Column } from '../../patterns/rows.tsx';
import { useMay, useMe } from '../../session/me.ts';
import { CustomerLink, OrderLink } from '../links.tsx';
import { surveysRoute } from './routes.ts';
import { texts } from './texts.ts';

/** What customers said after their trips. */
export function SurveysPage() {
  const t = texts.use();
  const search = surveysRoute.useSearch();
  const navigate = surveysRoute.useNavigate();
  return (
    <Page title={t('title')}>
      <List
        label={t('title')}
        queryKey={['crm', 'survey']}
        load={async (query, signal) => {
          const { surveys, next } = await answer(
            api.crm.GET('/v1/surveys', { params: { query: { ...query, limit: pageSize } }, signal }),
          );
          return { rows: surveys, next };
        }}
        columns={useColumns()}
        filters={[
          { name: 'customerId', label: t('customer'), input: ChooseCustomer },
          { name: 'orderId', label: t('order'), input: ChooseOrder },
        ]}
        search={search}
        onSearch={(next) => void navigate({ search: next })}
      />
    </Page>
  );
}

const questions = ['attitude', 'efficiency', 'quality', 'price', 'afterSales'] as const;

function useColumns(): Column<Survey>[] {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  return [
    { title: t('customer'), render: (_, { customerId }) => <CustomerLink id={customerId} /> },
    { title: t('order'), render: (_, { orderId }) => <OrderLink id={orderId} /> },
    {
      title: t('answeredAt'),
      render: (_, { answeredAt }) =>
        answeredAt ? (
          instantText(answeredAt, timeZone)
        ) : (
          <StateTag tone="waiting">{t('notAnswered')}</StateTag>
        ),
    },
    ...questions.map((question) => ({
      title: t(question),
      key: question,
      render: (_: unknown, { answer: said }: Survey) =>
        said ? t('outOf', { rating: said[question], of: 5 }) : '—',
    })),
    {
      title: t('nps'),
      render: (_, { answer: said }) => (said ? t('outOf', { rating: said.nps, of: 10 }) : '—'),
    },
    {
      title: t('comment'),
      render: (_, { answer: said }) => <span className="long-text">{said?.comment ?? '—'}</span>,
    },
    { title: t('sentAt'), render: (_, { sentAt }) => instantText(sentAt, timeZone) },
    { title: t('validUntil'), render: (_, { validUntil }) => validUntil },
    { title: t('branch'), render: (_, { branchId }) => <BranchName id={branchId} /> },
    { title: '', key: 'step', render: (_, survey) => <SendAgain survey={survey} /> },
  ];
}

function SendAgain({ survey: { id: surveyId, version, answer: said } }: { readonly survey: Survey }) {
  const t = texts.use();
  const may = useMay();
  const send = useChange(
    (_input: null, key) =>
      answer(
        api.crm.POST('/v1/surveys/{surveyId}/sendings', {
          params: { path: { surveyId } },
          headers: changing(key, version),
        }),
      ),
    { touches: [['crm', 'survey']], done: t('sent') },
  );
  if (said || !may('crm.survey.send')) return null;
  return (
    <Confirm label={t('send')} why={t('sendWhy')} input={null} change={send} button={{ size: 'small' }} />
  );
}
