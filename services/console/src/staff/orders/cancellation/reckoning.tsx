import { Flex, Typography } from 'antd';
import type { CancellationReckoning, SupplierSide } from '../../../api/gen/booking.ts';
import { localText } from '../../../format/names.ts';
import { Facts } from '../../../patterns/facts.tsx';
import { Itemised } from '../../../patterns/itemised.tsx';
import { Money } from '../../../patterns/money.tsx';
import { lineKey, lineWord } from '../../selling/words.ts';
import { texts } from './texts.ts';

type Part = CancellationReckoning['parts'][number];

/** What a cancellation comes to, with every figure explained. */
export function Reckoning({
  of,
  supplierSide,
}: {
  readonly of: CancellationReckoning;
  readonly supplierSide: SupplierSide | null;
}) {
  const t = texts.use();
  return (
    <Flex vertical gap="middle">
      <Sums of={of} />
      <section aria-label={t('explained')}>
        <Typography.Paragraph strong>{t('explained')}</Typography.Paragraph>
        <ol className="plain-list">
          {of.lines.map((line, place) => (
            <li key={`${line.code}-${place}`}>{localText(line.text)}</li>
          ))}
        </ol>
      </section>
      {of.parts.length > 1 && <Parts of={of.parts} />}
      {supplierSide && (
        <Facts
          of={[
            [t('supplierSide'), <Money key="lost" of={supplierSide.lost} />],
            [t('supplierResult'), <Money key="result" of={supplierSide.result} />],
          ]}
        />
      )}
    </Flex>
  );
}

function Sums({ of }: { readonly of: CancellationReckoning }) {
  const t = texts.use();
  const { penalty, paid, kept, refund, outstanding, compensation } = of;
  const due = of.refundDueProvisional ? t('provisional', { date: of.refundDueOn }) : of.refundDueOn;
  const policy = of.policySource ?? 'built-in';
  return (
    <Facts
      of={[
        [t('penalty'), <Money key="penalty" of={penalty} />],
        [t('paid'), <Money key="paid" of={paid} />],
        [t('kept'), <Money key="kept" of={kept} />],
        [
          t('refund'),
          <strong key="refund">
            <Money of={refund} />
          </strong>,
        ],
        ...(refund.amount === '0' ? [] : [[t('refundDueOn'), due] as const]),
        ...(outstanding.amount === '0'
          ? []
          : [[t('outstanding'), <Money key="outstanding" of={outstanding} />] as const]),
        ...(compensation.amount === '0'
          ? []
          : [[t('compensation'), <Money key="compensation" of={compensation} />] as const]),
        [t('policy'), t(`policy-${policy}`, { version: of.policyVersion })],
      ]}
    />
  );
}

function Parts({ of }: { readonly of: readonly Part[] }) {
  const t = texts.use();
  return (
    <Itemised<Part>
      label={t('byPart')}
      rows={of}
      rowKey={lineKey}
      columns={[
        {
          title: t('byPart'),
          render: (_, part) => `${lineWord(part)} × ${part.count}`,
        },
        { title: t('fee'), align: 'right', render: (_, { fee }) => <Money of={fee} /> },
        { title: t('kept'), align: 'right', render: (_, { kept }) => <Money of={kept} /> },
        { title: t('refund'), align: 'right', render: (_, { refund }) => <Money of={refund} /> },
      ]}
    />
  );
}
