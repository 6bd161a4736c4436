import { events } from '@yitu/contracts';
import { newId, type Locale } from '@yitu/kernel';
import { command, requestErrors, type UnitOfWork } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { checkContent } from './check-content.ts';
import { Content } from './content.ts';
import { TemplatePath, templateInForce, templateView, TemplateView } from './template.ts';
import type { TemplateKey } from './variables.ts';

interface Edit {
  readonly key: TemplateKey;
  readonly locale: Locale;
  readonly version: number;
  readonly content: Content;
}

/** Puts new texts in force, as the next version; earlier ones stay, for what was sent with them. */
const editTemplate = command({ permission: 'notifications.template.edit' }, async (uow, edit: Edit) => {
  const { key, locale, content } = edit;
  checkContent(key, locale, content);
  const { id, version } = await nextVersion(uow, edit);
  await uow.rows(
    `insert into notifications.template_versions (agency_id, template_id, version, subject, text, html, author_id, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?)`,
    [uow.agencyId, id, version, content.subject, content.text, content.html, uow.userId, uow.now.toString()],
  );
  // The built-in version came without an event: the template's own sequence of events begins with its second version.
  const changed = { id, version: version - 2 };
  uow.publish(changed, events.templateChanged, { templateId: id, key, locale, templateVersion: version });
  uow.audit({ objectType: 'Template', objectId: id, change: 'update', after: { key, locale, version } });
  return templateView({ key, locale, version, ...content });
});

/** Moves the template one version on, from the one the caller has read. @throws request/stale-version */
async function nextVersion(uow: UnitOfWork, { key, locale, version }: Edit) {
  const [moved] = await uow.rows<{ id: string; version: number }>(
    version === 1
      ? `insert into notifications.templates (agency_id, id, key, locale, version) values (?, ?, ?, ?, 2)
         on conflict (agency_id, key, locale) do nothing returning id, version`
      : `update notifications.templates set version = version + 1
         where agency_id = ? and id <> ? and key = ? and locale = ? and version = ? returning id, version`,
    [uow.agencyId, newId(), key, locale, ...(version === 1 ? [] : [version])],
  );
  if (moved) return moved;
  const { version: current } = await templateInForce(uow, key, locale);
  throw requestErrors.staleVersion({ current });
}

export const editTemplateRoute = () =>
  route({
    method: 'PUT',
    path: '/v1/templates/:key/:locale',
    summary: 'Put new texts of a template in force',
    access: 'notifications.template.edit',
    params: TemplatePath,
    body: Content,
    result: TemplateView,
    versioned: true,
    handle: (call, { params: { key, locale }, body, version }) =>
      editTemplate(call, { key, locale, version, content: body }),
  });
