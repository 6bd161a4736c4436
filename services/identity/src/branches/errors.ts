import { defineErrors } from '@yitu/kernel';

export const branchErrors = defineErrors('identity', {
  branchCodeTaken: { status: 409, zh: '该分支代码已被使用。', en: 'This branch code is taken.' },
  noSuchBranch: { status: 422, zh: '没有这个分支。', en: 'There is no such branch.' },
  branchClosed: { status: 409, zh: '该分支已关闭。', en: 'The branch is closed.' },
  ownedBelowFranchise: {
    status: 409,
    zh: '直营分支不能设在加盟分支之下。',
    en: 'A branch the agency owns cannot stand below a franchise.',
  },
  branchBelowItself: {
    status: 409,
    zh: '分支不能移到自己或其下级分支之下。',
    en: 'A branch cannot stand below itself or a branch of its own.',
  },
  headquartersStays: {
    status: 409,
    zh: '总部不能移动或关闭。',
    en: 'Headquarters can be neither moved nor closed.',
  },
  branchHasBranches: {
    status: 409,
    zh: '该分支还有下级分支，请先移走或关闭。',
    en: 'There are open branches below; move or close them first.',
  },
  branchHasStaff: {
    status: 409,
    zh: '该分支还有在职员工，请先办理调动或离职。',
    en: 'The branch still has staff; let them move or leave first.',
  },
});
