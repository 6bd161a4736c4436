import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { ReactNode } from 'react';
import { LoadingOutlined, SearchOutlined } from '../patterns/icons.tsx';
import { texts } from '../patterns/texts.ts';
import { useLocale } from '../texts/use-locale.ts';
import { nameParts } from './name-parts.ts';
import { theme } from './theme.ts';

nameParts();

/** antd's looks and language, around everything that is made of it. What is seen before the sign-in is not, so that it comes at once. */
export function Looks({ children }: { readonly children: ReactNode }) {
  const locale = useLocale();
  dayjs.locale(locale === 'zh' ? 'zh-cn' : 'en');
  return (
    <ConfigProvider
      locale={locale === 'zh' ? zhCN : enUS}
      theme={theme}
      // Icons would be named for those who hear the page, in English and before what a button says.
      button={{ autoInsertSpace: false, loadingIcon: <LoadingOutlined /> }}
      inputSearch={{ searchIcon: <SearchOutlined aria-label={texts.say('search')} /> }}
      form={{ requiredMark: 'optional' }}
    >
      {children}
    </ConfigProvider>
  );
}
