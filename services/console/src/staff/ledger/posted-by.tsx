import { UserName } from '../../names/names.tsx';
import { texts } from './texts.ts';

/** Who posted an entry: a person (`user:` and their id), or the system by what happened elsewhere. */
export function PostedBy({ actor }: { readonly actor: string }) {
  const t = texts.use();
  const [kind, id] = actor.split(':');
  return kind === 'user' && id ? <UserName id={id} /> : <>{t('system')}</>;
}
