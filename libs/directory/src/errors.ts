import { defineErrors } from '@yitu/kernel';

/** What identity has told may still be on its way: these pass. */
export const directoryErrors = defineErrors('directory', {
  agencyUnknown: {
    status: 503,
    zh: '旅行社资料尚未同步，请稍后重试。',
    en: 'The agency is not known here yet; try again shortly.',
  },
  branchUnknown: {
    status: 503,
    zh: '分支资料尚未同步，请稍后重试。',
    en: 'The branch is not known here yet; try again shortly.',
  },
  branchClosed: { status: 409, zh: '该分支已关闭。', en: 'The branch is closed.' },
  noSuchBranch: { status: 422, zh: '没有这个分支。', en: 'There is no such branch.' },
});
