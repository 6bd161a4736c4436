import { inBrackets, localText } from '../format/names.ts';
import type { LocalText } from '../texts/locale.ts';
import { useLocale } from '../texts/use-locale.ts';
import { usePermissionNames } from './roles.tsx';
import { texts } from './texts.ts';

/** What a permission is called. A pattern (`crm.customer.*`) is told by its parts. */
export function usePermissionName(): (permission: string) => string {
  useLocale();
  texts.use();
  const names = new Map(usePermissionNames().data?.map(({ permission, name }) => [permission, name]));
  return (permission) => {
    const name = names.get(permission);
    return name ? permissionText(name) : patternText(permission);
  };
}

/** A permission's name, begun as a heading is: the catalogue has them as parts of a sentence. */
export function permissionText(name: LocalText): string {
  const text = localText(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `crm.customer.*`: everything with customers. Resources and actions have no names of their own: what is left of the pattern is shown as it is. */
function patternText(pattern: string): string {
  const [service = '*', resource = '*', action = '*'] = pattern.split('.');
  const where = service === '*' ? texts.say('allServices') : texts.word(service);
  if (resource === '*' && action === '*') return texts.say('everythingIn', { where });
  if (resource === '*' && action === 'read') return texts.say('readingIn', { where });
  return `${where} · ${resource === '*' ? texts.say('everything') : resource} · ${action === '*' ? texts.say('everyAction') : action}`;
}

/** Permissions to choose from, by name. */
export function usePermissionChoices(): { value: string; label: string }[] {
  useLocale();
  texts.use();
  return (usePermissionNames().data ?? []).map(({ permission, name }) => ({
    value: permission,
    label: `${permissionText(name)}${inBrackets(texts.word(permission.split('.')[0] ?? ''))}`,
  }));
}
