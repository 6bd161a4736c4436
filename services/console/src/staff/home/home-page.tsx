import { Page } from '../../patterns/page.tsx';
import { texts } from '../frame/texts.ts';

export function HomePage() {
  const t = texts.use();
  return <Page title={t('home')}>…</Page>;
}
