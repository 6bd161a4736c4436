import { Form, Input, Select } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { Traveller, TravellerDocument } from '../../api/gen/crm.ts';
import { documentWords } from '../../names/document-words.ts';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

const kinds = [
  'identity-card',
  'passport',
  'mainland-travel-permit',
  'hong-kong-macau-permit',
  'taiwan-permit',
  'other',
] satisfies TravellerDocument['kind'][];

interface DocumentValues {
  readonly kind: TravellerDocument['kind'];
  readonly number?: string;
  /** As it was typed or scanned, line by line. */
  readonly mrz?: string;
  readonly issuingCountry?: string | null;
  readonly issuedOn?: string | null;
  readonly expiresOn?: string | null;
}

/** Enters a document, or changes one. A dialog that keeps no draft: numbers stay out of the browser's store. */
export function DocumentForm({
  traveller,
  document,
  onClose,
}: {
  readonly traveller: Traveller;
  /** null: a new one; undefined: closed. */
  readonly document: TravellerDocument | null | undefined;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const [form] = Form.useForm<DocumentValues>();
  const change = useChange(
    (values: DocumentValues, key) => saveDocument(traveller, document ?? null, values, key),
    { touches: [['crm', 'document']], done: t('saved') },
  );
  return (
    <FormDialog
      title={`${document ? t('changeDocument') : t('enterDocument')} · ${traveller.name}`}
      draft={null}
      open={document !== undefined}
      {...{ onClose, form, change }}
      initial={document ?? { kind: 'identity-card' }}
    >
      <Form.Item name="kind" label={t('kind')}>
        <Select
          disabled={Boolean(document)}
          options={kinds.map((value) => ({ value, label: documentWords.word(value) }))}
        />
      </Form.Item>
      <Form.Item name="number" label={t('number')} extra={document ? t('numberKept') : t('numberOrMrz')}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="mrz" label={t('mrz')}>
        <Input.TextArea autoComplete="off" autoSize={{ minRows: 2, maxRows: 3 }} maxLength={200} />
      </Form.Item>
      <Form.Item name="issuingCountry" label={t('issuingCountry')} extra={t('issuingHint')}>
        <Input maxLength={3} />
      </Form.Item>
      <Form.Item name="issuedOn" label={t('issuedOn')}>
        <LocalDateInput />
      </Form.Item>
      <Form.Item name="expiresOn" label={t('expiresOn')}>
        <LocalDateInput />
      </Form.Item>
    </FormDialog>
  );
}

function saveDocument(
  { customerId, id: travellerId }: Traveller,
  document: TravellerDocument | null,
  { kind, number, mrz, issuingCountry, issuedOn, expiresOn }: DocumentValues,
  key: string,
) {
  const lines = (mrz ?? '').split('\n').map((line) => line.trim());
  const body = {
    ...(number?.trim() && { number: number.trim() }),
    ...(mrz?.trim() && { mrz: lines.filter(Boolean) }),
    issuingCountry: issuingCountry?.trim().toUpperCase() || null,
    issuedOn: issuedOn ?? null,
    expiresOn: expiresOn ?? null,
  };
  if (!document)
    return answer(
      api.crm.POST('/v1/customers/{customerId}/travellers/{travellerId}/documents', {
        params: { path: { customerId, travellerId } },
        body: { kind, ...body },
        headers: changing(key),
      }),
    );
  return answer(
    api.crm.PATCH('/v1/customers/{customerId}/travellers/{travellerId}/documents/{documentId}', {
      params: { path: { customerId, travellerId, documentId: document.id } },
      body,
      headers: changing(key, document.version),
    }),
  );
}
