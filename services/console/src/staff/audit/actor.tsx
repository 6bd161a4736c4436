import { UserName } from '../../names/names.tsx';
import { texts as names } from '../../names/texts.ts';
import { texts } from './texts.ts';

/** Who did it: a person by name, a service, a client, whoever held a link. */
export function Actor({ actor }: { readonly actor: string }) {
  const t = texts.use();
  const [kind = '', id = ''] = actor.split(':');
  if (kind === 'user') return <UserName id={id} />;
  if (kind === 'service') return <>{t('byService', { service: names.word(id) })}</>;
  return <>{texts.word(kind)}</>;
}
