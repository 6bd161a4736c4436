import type { Locale } from '@yitu/kernel';
import type { UnitOfWork } from '@yitu/persistence';
import { Type } from 'typebox';
import { en } from './built-in/en.ts';
import { zh } from './built-in/zh.ts';
import { channels, locales, templateKeys } from './catalogue.ts';
import { Content } from './content.ts';
import type { TemplateKey } from './variables.ts';

/** A template's texts at one version; version 1 is built in and the same for every agency. */
export interface Template extends Content {
  readonly key: TemplateKey;
  readonly locale: Locale;
  readonly version: number;
}

export const TemplateView = Type.Object(
  {
    key: Type.String(),
    locale: Type.String(),
    channel: Type.String(),
    version: Type.Integer({ minimum: 1, description: 'Version 1 is built in. The ETag.' }),
    ...Content.properties,
  },
  { title: 'Template' },
);

export const templateView = ({ key, locale, version, subject, text, html }: Template) => ({
  key,
  locale,
  channel: channels[key],
  version,
  subject,
  text,
  html,
});

/** The path of one template. */
export const TemplatePath = Type.Object({
  key: Type.Enum([...templateKeys]),
  locale: Type.Enum([...locales]),
});

export const builtIn = (key: TemplateKey, locale: Locale): Template => ({
  key,
  locale,
  version: 1,
  ...(locale === 'zh' ? zh : en)[key],
});

/** The agency's version of a template that is in force, or the built-in one. */
export async function templateInForce(uow: UnitOfWork, key: TemplateKey, locale: Locale): Promise<Template> {
  const [row] = await uow.rows<Content & { version: number }>(
    `select version, subject, text, html
     from notifications.templates join notifications.template_versions using (agency_id, version)
     where agency_id = ? and key = ? and locale = ? and template_id = id`,
    [uow.agencyId, key, locale],
  );
  return row ? { key, locale, ...row } : builtIn(key, locale);
}
