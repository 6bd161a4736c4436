import { defineErrors } from '@yitu/kernel';

/** Refusals of the vault that a caller may see. */
export const vaultErrors = defineErrors('vault', {
  personErased: {
    status: 410,
    zh: '此人的敏感信息已销毁，不能再读取或录入。',
    en: "This person's sensitive data has been erased; it can neither be read nor entered again.",
  },
  keysUnavailable: {
    status: 503,
    zh: '暂时无法取得加密密钥，请稍后重试。',
    en: 'The encryption keys cannot be reached at the moment; try again shortly.',
  },
});

/**
 * A sealed value or a wrapped key that does not open: it was changed, cut, moved to another place or tenant, or its key is another one. Nothing of
 * what it holds is ever part of the error; the doors answer it as an internal error.
 */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}
