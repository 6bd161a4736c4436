import { Flex, Tabs, Typography } from 'antd';
import type { TemplateContent } from '../../api/gen/notifications.ts';
import { texts } from './texts.ts';
import './templates.css';

/** A letter as it is read: its subject, and its body as a page and as plain text. */
export function Letter({ letter }: { readonly letter: TemplateContent }) {
  const t = texts.use();
  const text = <pre className="letter-text">{letter.text}</pre>;
  return (
    <Flex vertical gap="small">
      <Typography.Text strong>{letter.subject}</Typography.Text>
      {letter.html ? (
        <Tabs
          items={[
            {
              key: 'html',
              label: t('html'),
              // Somebody's text: without scripts, and without anything of this page.
              children: (
                <iframe className="letter-page" title={t('preview')} sandbox="" srcDoc={letter.html} />
              ),
            },
            { key: 'text', label: t('text'), children: text },
          ]}
        />
      ) : (
        text
      )}
    </Flex>
  );
}
