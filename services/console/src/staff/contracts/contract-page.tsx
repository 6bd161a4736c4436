import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert, Card, Flex, Typography } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { ContractDetail } from '../../api/gen/itinerary.ts';
import { instantText } from '../../format/dates.ts';
import { BranchName, UserName } from '../../names/names.tsx';
import { Confirm } from '../../patterns/confirm.tsx';
import { Facts } from '../../patterns/facts.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Money } from '../../patterns/money.tsx';
import { Page } from '../../patterns/page.tsx';
import { PdfButton } from '../../patterns/pdf-button.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay, useMe } from '../../session/me.ts';
import { CustomerLink, DepartureLink, OrderLink } from '../links.tsx';
import { ContractState } from './contract-state.tsx';
import { useGenerateContract } from './generate-contract.tsx';
import { contractRoute } from './routes.ts';
import { texts } from './texts.ts';
import './contracts.css';

/** One contract: its text as it was generated, and who signed it. */
export function ContractPage() {
  const { contractId } = contractRoute.useParams();
  const query = useQuery({
    queryKey: ['itinerary', 'contract', contractId],
    queryFn: ({ signal }) =>
      answer(api.itinerary.GET('/v1/contracts/{contractId}', { params: { path: { contractId } }, signal })),
  });
  return <Loaded query={query}>{(contract) => <OneContract contract={contract} />}</Loaded>;
}

interface Of {
  readonly contract: ContractDetail;
}

function OneContract({ contract }: Of) {
  const t = texts.use();
  return (
    <Page
      title={contract.number}
      tags={<ContractState of={contract.state} />}
      subtitle={<CustomerLink id={contract.customerId} />}
      actions={
        <>
          <PdfButton label={t('pdf')} name={contract.number} ask={() => documentOf(contract.id)} />
          <Steps contract={contract} />
        </>
      }
    >
      <Flex vertical gap="middle">
        {contract.supersededBy && (
          <Alert
            type="warning"
            showIcon
            title={t('replacedBy')}
            action={
              <Link to="/contracts/$contractId" params={{ contractId: contract.supersededBy }}>
                {t('openNewer')}
              </Link>
            }
          />
        )}
        <Card>
          <ContractFacts contract={contract} />
        </Card>
        <Card title={t('signature')}>
          <Signature contract={contract} />
        </Card>
        <Card title={t('text')}>
          <article className="paper">{contract.text}</article>
        </Card>
      </Flex>
    </Page>
  );
}

const documentOf = (contractId: string): Promise<Blob> =>
  answer(
    api.itinerary.GET('/v1/contracts/{contractId}/document', {
      params: { path: { contractId } },
      parseAs: 'blob',
    }),
  );

/** What may be done while nobody has signed it. */
function Steps({ contract }: Of) {
  const t = texts.use();
  const may = useMay();
  const { id: contractId, version, state, orderId } = contract;
  const send = useChange(
    (_input: null, key) =>
      answer(
        api.itinerary.POST('/v1/contracts/{contractId}/sending', {
          params: { path: { contractId } },
          headers: changing(key, version),
        }),
      ),
    { touches: [['itinerary', 'contract']], done: t('wasSent') },
  );
  const replace = useGenerateContract(t('replaced'));
  if (state !== 'generated' && state !== 'sent') return null;
  return (
    <>
      {may('itinerary.contract.generate') && (
        <Confirm
          label={t('replace')}
          why={t('replaceWhy')}
          input={{ orderId, supersedes: contractId }}
          change={replace}
        />
      )}
      {may('itinerary.contract.send') && (
        <Confirm
          label={t(state === 'sent' ? 'sendAgain' : 'send')}
          why={t('sendWhy')}
          input={null}
          change={send}
          button={{ type: 'primary' }}
        />
      )}
    </>
  );
}

function ContractFacts({ contract }: Of) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const at = (instant: string | null) => instant && instantText(instant, timeZone);
  return (
    <Facts
      of={[
        [t('order'), <OrderLink key="order" id={contract.orderId} />],
        [t('departure'), <DepartureLink key="departure" id={contract.departureId} />],
        [t('total'), <Money key="total" of={contract.total} />],
        [t('branch'), <BranchName key="branch" id={contract.branchId} />],
        [t('author'), <UserName key="author" id={contract.authorId} />],
        [t('createdAt'), at(contract.createdAt)],
        [t('sentAt'), at(contract.sentAt)],
        [t('linkExpiresAt'), contract.state === 'sent' ? at(contract.linkExpiresAt) : null],
        [
          t('hash'),
          <code key="hash" className="checksum">
            {contract.contentHash}
          </code>,
        ],
      ]}
    />
  );
}

function Signature({ contract: { signature } }: Of) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  if (!signature) return <Typography.Text type="secondary">{t('notSigned')}</Typography.Text>;
  return (
    <Facts
      of={[
        [t('signer'), signature.signerName],
        [t('signedAt'), instantText(signature.signedAt, timeZone)],
        [t('from'), signature.remoteAddress],
      ]}
    />
  );
}
