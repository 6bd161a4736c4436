import type { Client } from '../../api/gen/identity.ts';
import { StateTag } from '../../patterns/state-tag.tsx';
import { texts } from './texts.ts';

export function ClientState({ client: { enabled } }: { readonly client: Client }) {
  const t = texts.use();
  return <StateTag tone={enabled ? 'good' : 'bad'}>{enabled ? t('enabled') : t('disabled')}</StateTag>;
}
