import { Result } from 'antd';
import { texts } from '../patterns/texts.ts';
import { texts as frameTexts } from './frame/texts.ts';

export function NotFound() {
  const t = texts.use();
  return (
    <Result status="404" title={frameTexts.say('notFound')} extra={<a href="/portal/">{t('home')}</a>} />
  );
}
