import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/gen/notifications.ts';

type Path = paths['/v1/templates/{key}/{locale}']['get']['parameters']['path'];

/** Which template: its key and language, as the address has them. What is none, the service says. */
export const pathOf = ({ key, locale }: { readonly key: string; readonly locale: string }): Path =>
  ({ key, locale }) as Path; // any word: an unknown one is refused

export const templateQuery = (path: Path) =>
  queryOptions({
    queryKey: ['notifications', 'template', path.key, path.locale],
    queryFn: ({ signal }) =>
      answer(api.notifications.GET('/v1/templates/{key}/{locale}', { params: { path }, signal })),
  });

export const versionQuery = (path: Path, version: number) =>
  queryOptions({
    queryKey: ['notifications', 'template', path.key, path.locale, version],
    queryFn: ({ signal }) =>
      answer(
        api.notifications.GET('/v1/templates/{key}/{locale}/versions/{version}', {
          params: { path: { ...path, version } },
          signal,
        }),
      ),
  });

/** What a template says with its sample data. @param version of the template, so that another one is asked for anew */
export const previewQuery = (path: Path, version: number) =>
  queryOptions({
    queryKey: ['notifications', 'template', path.key, path.locale, version, 'preview'],
    queryFn: ({ signal }) =>
      answer(
        api.notifications.POST('/v1/templates/{key}/{locale}/preview', {
          params: { path },
          body: {},
          signal,
        }),
      ),
  });
