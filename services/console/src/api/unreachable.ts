import { currentLocale } from '../texts/locale.ts';
import { Refusal } from './refusal.ts';

const title = {
  zh: '无法连接服务器。请检查网络后重试，已填写的内容不会丢失。',
  en: 'The server cannot be reached. Check the network and try again; nothing you entered is lost.',
};

/** The refusal for a request that had no answer at all. */
export const unreachable = (cause: unknown): Refusal =>
  new Refusal({ title: title[currentLocale()], status: 0, code: 'console/unreachable' }, { cause });
