import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Table, Typography } from 'antd';
import { useState, type ReactNode } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Traveller, TravellerDocument } from '../../api/gen/crm.ts';
import { documentWords } from '../../names/document-words.ts';
import { Confirm } from '../../patterns/confirm.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Reveal } from '../../patterns/reveal.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { todayIn } from '../../format/dates.ts';
import { useMay, useMe } from '../../session/me.ts';
import { DocumentForm } from './document-form.tsx';
import { texts } from './texts.ts';

/** The documents of a traveller. Their numbers are masked; who files them somewhere may reveal one for a reason. */
export function Documents({
  traveller,
  deeds,
}: {
  readonly traveller: Traveller;
  /** What else can be done with the traveller. */
  readonly deeds: ReactNode;
}) {
  const t = texts.use();
  const may = useMay();
  const [entering, setEntering] = useState<TravellerDocument | null>();
  const { id: travellerId, customerId } = traveller;
  const query = useQuery({
    queryKey: ['crm', 'document', travellerId],
    queryFn: async ({ signal }) => {
      const params = { path: { customerId, travellerId }, query: { limit: 50 } };
      const path = '/v1/customers/{customerId}/travellers/{travellerId}/documents';
      return (await answer(api.crm.GET(path, { params, signal }))).documents;
    },
  });
  return (
    <section aria-label={`${t('documents')} · ${traveller.name}`}>
      <Loaded query={query} lines={2}>
        {(documents) =>
          documents.length === 0 ? (
            <Typography.Text type="secondary">{t('noDocuments')}</Typography.Text>
          ) : (
            <DocumentTable documents={documents} onChange={setEntering} />
          )
        }
      </Loaded>
      <Flex gap="small" wrap style={{ marginTop: 12 }}>
        {may('crm.document.enter') && (
          <Button size="small" onClick={() => setEntering(null)}>
            {t('enterDocument')}
          </Button>
        )}
        {deeds}
      </Flex>
      <DocumentForm traveller={traveller} document={entering} onClose={() => setEntering(undefined)} />
    </section>
  );
}

function DocumentTable({
  documents,
  onChange,
}: {
  readonly documents: readonly TravellerDocument[];
  readonly onChange: (document: TravellerDocument) => void;
}) {
  const t = texts.use();
  const may = useMay();
  return (
    <Table<TravellerDocument>
      rowKey="id"
      size="small"
      pagination={false}
      dataSource={documents}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('kind'), render: (_, { kind }) => documentWords.word(kind) },
        { title: t('number'), render: (_, document) => <DocumentNumber document={document} /> },
        {
          title: t('issuingCountry'),
          render: (_, { issuingCountry, region }) => region ?? issuingCountry ?? '—',
        },
        { title: t('issuedOn'), render: (_, { issuedOn }) => issuedOn ?? '—' },
        { title: t('expiresOn'), render: (_, document) => <Expiry document={document} /> },
        {
          title: t('deeds'),
          hidden: !may('crm.document.change') && !may('crm.document.remove'),
          render: (_, document) => (
            <Flex gap="small">
              {may('crm.document.change') && (
                <Button size="small" onClick={() => onChange(document)}>
                  {t('change')}
                </Button>
              )}
              {may('crm.document.remove') && <RemoveDocument document={document} />}
            </Flex>
          ),
        },
      ]}
    />
  );
}

const pathOf = ({ customerId, travellerId, id: documentId }: TravellerDocument) => ({
  path: { customerId, travellerId, documentId },
});

function DocumentNumber({ document }: { readonly document: TravellerDocument }) {
  const may = useMay();
  return (
    <Reveal
      masked={document.maskedNumber}
      label={documentWords.word(document.kind)}
      reveal={
        may('crm.document.reveal') &&
        (async (reason, key) => {
          const path = '/v1/customers/{customerId}/travellers/{travellerId}/documents/{documentId}/reveals';
          const params = pathOf(document);
          const call = api.crm.POST(path, { params, body: { reason }, headers: changing(key) });
          const { number, mrz } = await answer(call);
          return [number, ...(mrz ?? [])].join('\n');
        })
      }
    />
  );
}

function Expiry({ document: { expiresOn } }: { readonly document: TravellerDocument }) {
  const t = texts.use();
  const today = todayIn(useMe().agency.timeZone);
  if (!expiresOn) return <>—</>;
  return expiresOn < today ? (
    <>
      {expiresOn} <StateTag tone="bad">{t('expired')}</StateTag>
    </>
  ) : (
    <>{expiresOn}</>
  );
}

function RemoveDocument({ document }: { readonly document: TravellerDocument }) {
  const t = texts.use();
  const change = useChange(
    (_input: string, key) =>
      answer(
        api.crm.DELETE('/v1/customers/{customerId}/travellers/{travellerId}/documents/{documentId}', {
          params: pathOf(document),
          headers: changing(key, document.version),
        }),
      ),
    { touches: [['crm', 'document']], done: t('removed') },
  );
  return (
    <Confirm
      label={t('remove')}
      why={t('removeDocumentWhy', { kind: documentWords.word(document.kind), number: document.maskedNumber })}
      input={document.id}
      change={change}
      danger
      button={{ size: 'small' }}
    />
  );
}
