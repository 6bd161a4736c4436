import type { Locale } from '@yitu/kernel';
import { query } from '@yitu/persistence';
import { route } from '@yitu/runtime';
import { Type } from 'typebox';
import { sampleVariables } from './catalogue.ts';
import { checkContent } from './check-content.ts';
import { Content } from './content.ts';
import { render } from './render.ts';
import { TemplatePath, templateInForce } from './template.ts';
import type { TemplateKey } from './variables.ts';

interface Asked {
  readonly key: TemplateKey;
  readonly locale: Locale;
  readonly draft?: Content | undefined;
}

const previewTemplate = query(
  { permission: 'notifications.template.read' },
  async (uow, { key, locale, draft }: Asked) => {
    if (draft) checkContent(key, locale, draft);
    const { subject, text, html } = render(
      draft ?? (await templateInForce(uow, key, locale)),
      sampleVariables(key, locale),
    );
    return { subject, text, html };
  },
);

export const previewTemplateRoute = () =>
  route({
    method: 'POST',
    path: '/v1/templates/:key/:locale/preview',
    summary: 'A message with sample data, of the template in force or of texts not stored yet',
    access: 'notifications.template.read',
    params: TemplatePath,
    body: Type.Object({ draft: Type.Optional(Content) }),
    result: Content,
    handle: (call, { params, body }) => previewTemplate(call, { ...params, draft: body.draft }),
  });
