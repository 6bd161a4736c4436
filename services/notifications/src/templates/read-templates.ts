import type { Locale } from '@yitu/kernel';
import { query, requestErrors } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import { channels, locales, sampleVariables, templateKeys } from './catalogue.ts';
import type { Content } from './content.ts';
import { builtIn, TemplatePath, templateInForce, templateView, TemplateView } from './template.ts';
import type { TemplateKey } from './variables.ts';

const Listed = Type.Object({
  key: Type.String(),
  locale: Type.String(),
  channel: Type.String(),
  version: Type.Integer({ minimum: 1 }),
});
const Detail = Type.Object(
  {
    ...TemplateView.properties,
    variables: Type.Record(Type.String(), Type.Unknown(), { description: 'Sample data, by variable' }),
  },
  { title: 'TemplateDetail' },
);

const listTemplates = query({ permission: 'notifications.template.read' }, async (uow, _input: object) => {
  const rows = await uow.rows<{ key: string; locale: string; version: number }>(
    'select key, locale, version from notifications.templates where agency_id = ?',
    [uow.agencyId],
  );
  const versions = new Map(rows.map(({ key, locale, version }) => [`${key}/${locale}`, version]));
  const templates = templateKeys.flatMap((key) =>
    locales.map((locale) => {
      const version = versions.get(`${key}/${locale}`) ?? 1;
      return { key, locale, channel: channels[key], version };
    }),
  );
  return { templates };
});

interface Asked {
  readonly key: TemplateKey;
  readonly locale: Locale;
}

const getTemplate = query({ permission: 'notifications.template.read' }, async (uow, asked: Asked) => ({
  ...templateView(await templateInForce(uow, asked.key, asked.locale)),
  variables: { ...sampleVariables(asked.key, asked.locale) },
}));

const getVersion = query(
  { permission: 'notifications.template.read' },
  async (uow, { key, locale, version }: Asked & { version: number }) => {
    if (version === 1) return templateView(builtIn(key, locale));
    const [row] = await uow.rows<Content>(
      `select subject, text, html from notifications.template_versions
       join notifications.templates on templates.agency_id = template_versions.agency_id and templates.id = template_id
       where templates.agency_id = ? and key = ? and locale = ? and template_versions.version = ?`,
      [uow.agencyId, key, locale, version],
    );
    if (!row) throw requestErrors.notFound();
    return templateView({ key, locale, version, ...row });
  },
);

export const readTemplateRoutes = () => [
  route({
    method: 'GET',
    path: '/v1/templates',
    summary: 'All templates with the versions in force',
    access: 'notifications.template.read',
    result: Type.Object({ templates: Type.Array(Listed) }),
    handle: (call) => listTemplates(call, {}),
  }),
  route({
    method: 'GET',
    path: '/v1/templates/:key/:locale',
    summary: 'One template in force, with its variables',
    access: 'notifications.template.read',
    params: TemplatePath,
    result: Detail,
    handle: (call, { params }) => getTemplate(call, params),
  }),
  route({
    method: 'GET',
    path: '/v1/templates/:key/:locale/versions/:version',
    summary: 'One version of a template, such as the one a message was sent with',
    access: 'notifications.template.read',
    params: Type.Object({ ...TemplatePath.properties, version: Type.Integer({ minimum: 1 }) }),
    result: TemplateView,
    handle: (call, { params }) => getVersion(call, params),
  }),
];
