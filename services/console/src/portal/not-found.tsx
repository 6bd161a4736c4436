import { Result } from 'antd';
import { texts } from '../patterns/texts.ts';
import { Link } from './frame/links.tsx';
import { texts as frameTexts } from './frame/texts.ts';

export function NotFound() {
  const t = texts.use();
  return <Result status="404" title={frameTexts.say('notFound')} extra={<Link to="/">{t('home')}</Link>} />;
}
