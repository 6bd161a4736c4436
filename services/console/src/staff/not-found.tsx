import { Link } from '@tanstack/react-router';
import { Result } from 'antd';
import { texts } from '../patterns/texts.ts';
import { texts as frameTexts } from './frame/texts.ts';

export function NotFound() {
  const t = texts.use();
  return (
    <Result
      status="404"
      title={<h1 className="not-found">{frameTexts.say('notFound')}</h1>}
      extra={<Link to="/">{t('home')}</Link>}
    />
  );
}
