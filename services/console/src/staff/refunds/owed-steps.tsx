import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { todayIn } from '../../format/dates.ts';
import { Confirm } from '../../patterns/confirm.tsx';
import { FormDialog } from '../../patterns/form-dialog.tsx';
import { LocalDateInput } from '../../patterns/local-date-input.tsx';
import type { useChange } from '../../patterns/use-change.ts';
import type { Draft } from '../../patterns/use-draft.ts';
import { useMe } from '../../session/me.ts';
import { deskMethods, methods } from '../money/words.ts';
import { texts } from './texts.ts';

export interface PaidForm {
  readonly paidOn: string;
  readonly reference?: string;
  readonly method?: (typeof deskMethods)[number];
}

type Change<Input> = ReturnType<typeof useChange<Input, unknown>>;

export function ApproveStep({ change }: { readonly change: Change<null> }) {
  const t = texts.use();
  return (
    <Confirm
      label={t('approve')}
      why={t('approveWhy')}
      input={null}
      change={change}
      button={{ size: 'small' }}
    />
  );
}

/** Notes that the money went out. */
export function PayStep({
  change,
  hint,
  asksMethod = false,
  draft,
}: {
  readonly change: Change<PaidForm>;
  readonly hint?: string;
  readonly asksMethod?: boolean;
  /** As what the things that are entered are kept until they are sent. */
  readonly draft: Draft;
}) {
  const t = texts.use();
  const { timeZone } = useMe().agency;
  const [form] = Form.useForm<PaidForm>();
  const [open, setOpen] = useState(false);
  const required = [{ required: true, message: t('required') }];
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('pay')}
      </Button>
      <FormDialog
        title={t('pay')}
        deed={t('pay')}
        draft={draft}
        {...{ open, form, change }}
        onClose={() => setOpen(false)}
        initial={{ paidOn: todayIn(timeZone), ...(asksMethod && { method: 'bank-transfer' as const }) }}
      >
        {hint && <p>{hint}</p>}
        {asksMethod && (
          <Form.Item name="method" label={t('payMethod')} rules={required}>
            <Select options={deskMethods.map((value) => ({ value, label: methods.word(value) }))} />
          </Form.Item>
        )}
        <Form.Item name="paidOn" label={t('paidOn')} rules={required}>
          <LocalDateInput />
        </Form.Item>
        <Form.Item name="reference" label={t('reference')}>
          <Input maxLength={100} />
        </Form.Item>
      </FormDialog>
    </>
  );
}
