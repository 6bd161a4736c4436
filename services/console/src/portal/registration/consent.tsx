import { Checkbox, Form } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { LegalText } from '../../api/gen/identity.ts';
import { localText } from '../../format/names.ts';
import { texts } from './texts.ts';

const LegalTextDialog = lazy(async () => ({
  default: (await import('./legal-text-dialog.tsx')).LegalTextDialog,
}));

/** One text to agree to: what it says can be read before, and which version it is stands beside it. */
export function Consent({
  name,
  of: legal,
  title,
}: {
  readonly name: 'acceptedTerms' | 'acceptedPrivacy';
  readonly of: LegalText;
  readonly title: string;
}) {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const version = t('version', { version: legal.textVersion, from: legal.validFrom });
  const accepted = (_rule: unknown, yes: unknown) =>
    yes === true ? Promise.resolve() : Promise.reject(new Error(t('mustAccept')));
  return (
    <>
      <Form.Item
        name={name}
        valuePropName="checked"
        rules={[{ validator: accepted }]}
        extra={
          <>
            {version} ·{' '}
            <button type="button" className="link-button" onClick={() => setOpen(true)}>
              {t('read', { title })}
            </button>
          </>
        }
      >
        <Checkbox>{t('accept', { title })}</Checkbox>
      </Form.Item>
      {open && (
        <Suspense>
          <LegalTextDialog title={title} version={version} onClose={() => setOpen(false)}>
            {localText(legal.texts)}
          </LegalTextDialog>
        </Suspense>
      )}
    </>
  );
}
