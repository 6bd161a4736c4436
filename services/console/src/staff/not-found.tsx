import { Link } from '@tanstack/react-router';
import { Told } from '../patterns/told.tsx';
import { texts } from '../patterns/texts.ts';
import { texts as frameTexts } from './frame/texts.ts';

export function NotFound() {
  const t = texts.use();
  return (
    <Told
      title={<h1 className="not-found">{frameTexts.say('notFound')}</h1>}
      next={<Link to="/">{t('home')}</Link>}
    />
  );
}
