import { errors } from '../../errors.ts';
import { componentNames, type Component } from '../components.ts';

export interface Acknowledgement {
  readonly acknowledgeMissing: readonly Component[];
  readonly reason?: string | undefined;
}

/**
 * A file is closed when nothing is missing, or when somebody names exactly what is and why. Naming what is there is refused too: it would say that
 * the person looked at another state of the file.
 * @throws itinerary/archive-file-incomplete naming the missing parts
 */
export function checkCompleteness(missing: readonly Component[], given: Acknowledgement): void {
  const acknowledged = new Set(given.acknowledgeMissing);
  const exact = acknowledged.size === missing.length && missing.every((part) => acknowledged.has(part));
  const explained = missing.length === 0 || given.reason !== undefined;
  if (exact && explained) return;
  const field = exact ? '/body/reason' : '/body/acknowledgeMissing';
  const problem = (component: Component) => ({
    field,
    rule: `missing:${component}`,
    message: componentNames[component],
  });
  const unnecessary = [...acknowledged]
    .filter((part) => !missing.includes(part))
    .map((component) => ({
      field,
      rule: `not-missing:${component}`,
      message: componentNames[component],
    }));
  const fields = [...missing.map(problem), ...unnecessary];
  throw errors.archiveFileIncomplete({ missing: missing.join(', ') }, { fields });
}
