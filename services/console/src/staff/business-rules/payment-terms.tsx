import { useQuery } from '@tanstack/react-query';
import { Form, Radio, Typography } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { PaymentTerms, ProductPaymentTerms } from '../../api/gen/booking.ts';
import { Facts } from '../../patterns/facts.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { NumberField } from './number-field.tsx';
import { RuleCard } from './rule-card.tsx';
import { texts } from './texts.ts';

/** By when a product is paid: terms of its own, or the agency's. */
export function PaymentTermsCard({ productId }: { readonly productId: string }) {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'payment-terms', productId],
    queryFn: ({ signal }) =>
      answer(
        api.booking.GET('/v1/products/{productId}/payment-terms', {
          params: { path: { productId } },
          signal,
        }),
      ),
  });
  return (
    <RuleCard
      title={t('terms')}
      why={t('termsWhy')}
      query={query}
      maySet={useMay()('booking.rules.set')}
      form={(terms, open, onClose) => <SetPaymentTerms shown={terms} {...{ open, onClose }} />}
    >
      {({ terms }) =>
        terms ? (
          <Facts
            of={[
              [t('depositPercent'), `${terms.depositPercent}%`],
              [t('depositDue'), t('daysAfterApproval', { count: terms.depositDueDays })],
              [t('balanceDue'), t('daysBefore', { count: terms.balanceDueDaysBefore })],
            ]}
          />
        ) : (
          <Typography.Text>{t('agencyTerms')}</Typography.Text>
        )
      }
    </RuleCard>
  );
}

interface TermsForm extends PaymentTerms {
  readonly own: boolean;
}

function SetPaymentTerms({
  shown,
  open,
  onClose,
}: {
  readonly shown: ProductPaymentTerms;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const { productId, terms, version } = useAsOpened(shown, open);
  const [form] = Form.useForm<TermsForm>();
  const change = useChange(
    ({ own: ownTerms, ...figures }: TermsForm, key) =>
      answer(
        api.booking.PUT('/v1/products/{productId}/payment-terms', {
          params: { path: { productId } },
          body: { terms: ownTerms ? figures : null },
          headers: changing(key, version),
        }),
      ),
    { touches: [['booking', 'payment-terms', productId]], done: t('saved') },
  );
  return (
    <FormDrawer<TermsForm>
      title={t('terms')}
      name={`payment-terms-${productId}`}
      version={version}
      {...{ open, onClose, form, change }}
      initial={{ own: terms !== null, ...(terms ?? usual) }}
    >
      <TermsFields />
    </FormDrawer>
  );
}

function TermsFields() {
  const t = texts.use();
  const own = Form.useWatch<boolean | undefined>('own') ?? false;
  return (
    <>
      <Form.Item name="own" label={t('whichTerms')} required>
        <Radio.Group
          vertical
          options={[
            { value: false, label: t('agencyTerms') },
            { value: true, label: t('ownTerms') },
          ]}
        />
      </Form.Item>
      {own && (
        <>
          <NumberField name="depositPercent" label={t('depositPercent')} unit="%" max={100} />
          <NumberField name="depositDueDays" label={t('depositDueDays')} unit={t('dayUnit')} max={60} />
          <NumberField
            name="balanceDueDaysBefore"
            label={t('balanceDueDays')}
            unit={t('dayUnit')}
            max={180}
          />
        </>
      )}
    </>
  );
}

/** What a product's own terms begin with in the form. */
const usual: PaymentTerms = { depositPercent: 30, depositDueDays: 3, balanceDueDaysBefore: 15 };
