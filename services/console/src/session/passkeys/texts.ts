import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('passkeys', {
  passkeys: { zh: '通行密钥', en: 'Passkeys' },
  passkeysWhy: {
    zh: '用指纹、面容或安全密钥登录，不必输入密码。',
    en: 'Sign in with a fingerprint, your face or a security key instead of a password.',
  },
  addPasskey: { zh: '添加通行密钥', en: 'Add a passkey' },
  addPasskeyWhy: {
    zh: '浏览器会请您用指纹、面容或安全密钥确认。',
    en: 'Your browser asks for your fingerprint, face or security key.',
  },
  passkeyName: { zh: '名称', en: 'Name' },
  passkeyNameHint: { zh: '例如：办公室电脑', en: 'For example: office computer' },
  passkeyAdded: { zh: '通行密钥已添加', en: 'Passkey added' },
  passkeyStopped: {
    zh: '没有完成，请重试。浏览器或设备可能不支持通行密钥。',
    en: 'Not finished: please try again. The browser or device may not support passkeys.',
  },
  synced: { zh: '多台设备同步', en: 'On several devices' },
  oneDevice: { zh: '仅此设备', en: 'On one device' },
  since: { zh: '{{when}} 添加', en: 'added on {{when}}' },
  lastUsed: { zh: '最近使用 {{when}}', en: 'last used on {{when}}' },
  neverUsed: { zh: '尚未使用', en: 'not used yet' },
  renameOf: { zh: '重命名 {{name}}', en: 'Rename {{name}}' },
  rename: { zh: '重命名', en: 'Rename' },
  remove: { zh: '删除', en: 'Remove' },
  removed: { zh: '已删除', en: 'Removed' },
  removePasskeyWhy: { zh: '将不能再用“{{name}}”登录。', en: '“{{name}}” can no longer be used to sign in.' },
  saved: { zh: '已保存', en: 'Saved' },
  required: { zh: '请填写此项', en: 'Please fill this in' },
  goOn: { zh: '继续', en: 'Continue' },
  currentPassword: { zh: '当前密码', en: 'Current password' },
  proofHint: {
    zh: '刚用通行密钥或单点登录的，可以留空',
    en: 'May be left empty right after a sign-in with a passkey or through single sign-on',
  },
});
