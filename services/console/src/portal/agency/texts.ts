import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('portal-agency', {
  which: { zh: '您的旅行社', en: 'Your travel agency' },
  whichHint: {
    zh: '输入名称或代码中的至少两个字',
    en: 'A part of its name or code, two characters at least',
  },
  found: { zh: '可选的旅行社', en: 'Agencies to choose from' },
  none: {
    zh: '没有找到。如果旅行社给了您代码，请输入完整代码后继续。',
    en: 'None is found. If your agency gave you a code, enter all of it and go on.',
  },
  more: { zh: '还有更多，请输入名称缩小范围', en: 'There are more: type a part of the name' },
  goOn: { zh: '使用此代码继续', en: 'Go on with this code' },
  other: { zh: '换一家', en: 'Another agency' },
});
