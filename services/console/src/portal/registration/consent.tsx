import { lazy, Suspense, useState } from 'react';
import type { LegalText } from '../../api/gen/identity.ts';
import { EntryCheckbox } from '../../entry/entry-field.tsx';
import { localText } from '../../format/names.ts';
import { texts } from './texts.ts';

const LegalTextDialog = lazy(async () => ({
  default: (await import('./legal-text-dialog.tsx')).LegalTextDialog,
}));

/** One text to agree to: what it says can be read before, and which version it is stands beside it. */
export function Consent({
  field,
  of: legal,
  title,
}: {
  readonly field: { readonly name: string; readonly problem: string | undefined };
  readonly of: LegalText;
  readonly title: string;
}) {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const version = t('version', { version: legal.textVersion, from: legal.validFrom });
  return (
    <>
      <EntryCheckbox
        {...field}
        label={t('accept', { title })}
        hint={
          <>
            {version} ·{' '}
            <button type="button" className="link-button" onClick={() => setOpen(true)}>
              {t('read', { title })}
            </button>
          </>
        }
      />
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
