import { Button } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import { ActionDialog } from '../../patterns/action-dialog.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { texts } from './texts.ts';

/** Reckons the figures anew from everything that ever happened. */
export function Rebuild() {
  const t = texts.use();
  const [open, setOpen] = useState(false);
  const change = useChange(
    (_nothing: object, key) => answer(api.analytics.POST('/v1/rebuild', { headers: changing(key) })),
    { touches: [['analytics']], done: t('rebuilt') },
  );
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('rebuild')}</Button>
      <ActionDialog
        title={t('rebuild')}
        explanation={t('rebuildWhy')}
        action={t('rebuild')}
        open={open}
        onClose={() => setOpen(false)}
        change={change}
      />
    </>
  );
}
