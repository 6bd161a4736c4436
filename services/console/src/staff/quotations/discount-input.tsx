import { Flex, InputNumber, Select } from 'antd';
import { MoneyInput } from '../../patterns/money-input.tsx';
import type { Discount } from './quotation-form.ts';
import { texts } from './texts.ts';

/** A discount: an amount, or a percentage with two digits. */
export function DiscountInput({
  currency,
  label,
  value,
  onChange,
}: {
  readonly currency: string;
  /** Of what it is taken, for those who hear it. */
  readonly label: string;
  readonly value?: Discount | null;
  readonly onChange?: (discount: Discount | null) => void;
}) {
  const t = texts.use();
  return (
    <Flex gap={4}>
      <Select<'none' | Discount['kind']>
        aria-label={`${t('discountKind')} ${label}`}
        value={value?.kind ?? 'none'}
        options={[
          { value: 'none', label: t('noDiscount') },
          { value: 'fixed', label: t('fixed') },
          { value: 'percent', label: t('percent') },
        ]}
        onChange={(kind) => onChange?.(kind === 'none' ? null : { kind, value: '' })}
        style={{ width: 100 }}
      />
      {value?.kind === 'fixed' && (
        <div style={{ width: 130 }}>
          <MoneyInput
            currency={currency}
            label={`${t('value')} ${label}`}
            value={value.value}
            onChange={(amount) => onChange?.({ kind: 'fixed', value: amount ?? '' })}
          />
        </div>
      )}
      {value?.kind === 'percent' && (
        <InputNumber
          aria-label={`${t('value')} ${label}`}
          min={0}
          max={100}
          precision={2}
          suffix="%"
          controls={false}
          value={value.value === '' ? null : Number(value.value) / 100}
          onChange={(percent) =>
            onChange?.({ kind: 'percent', value: percent === null ? '' : String(Math.round(percent * 100)) })
          }
          style={{ width: 100 }}
        />
      )}
    </Flex>
  );
}
