import { defineTexts } from '../texts/define-texts.ts';

export const texts = defineTexts('sessions', {
  device: { zh: '设备', en: 'Device' },
  thisOne: { zh: '当前设备', en: 'This device' },
  place: { zh: '地点', en: 'Place' },
  method: { zh: '登录方式', en: 'Signed in with' },
  startedAt: { zh: '登录时间', en: 'Signed in' },
  lastUsedAt: { zh: '最近使用', en: 'Last used' },
  deeds: { zh: '操作', en: 'Actions' },
  none: { zh: '没有登录', en: 'Not signed in anywhere' },
  password: { zh: '密码', en: 'Password' },
  'second-factor': { zh: '密码和两步验证', en: 'Password and second step' },
  passkey: { zh: '通行密钥', en: 'Passkey' },
  provider: { zh: '单点登录', en: 'Single sign-on' },
  desktop: { zh: '电脑', en: 'Computer' },
  mobile: { zh: '手机', en: 'Phone' },
  tablet: { zh: '平板', en: 'Tablet' },
  other: { zh: '其他设备', en: 'Another device' },
  'local-network': { zh: '本地网络', en: 'Local network' },
  'this-machine': { zh: '本机', en: 'This machine' },
  unknown: { zh: '未知地点', en: 'Unknown place' },
});
