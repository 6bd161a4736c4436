import { PlainButton } from '../patterns/plain-button.tsx';
import { chooseLocale } from '../texts/locale.ts';
import { useLocale } from '../texts/use-locale.ts';

/** Switches between the languages, in the words of the other one. Nothing is loaded anew and nothing entered is lost. */
export function LanguageSwitch() {
  const other = useLocale() === 'zh' ? 'en' : 'zh';
  return (
    <PlainButton look="text" lang={other === 'zh' ? 'zh-CN' : 'en'} onClick={() => void chooseLocale(other)}>
      {other === 'zh' ? '中文' : 'English'}
    </PlainButton>
  );
}
