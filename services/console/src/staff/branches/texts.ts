import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('branches', {
  title: { zh: '分支机构', en: 'Branches' },
  name: { zh: '名称', en: 'Name' },
  code: { zh: '代码', en: 'Code' },
  codeHint: { zh: '出现在订单号中，例如 BJ', en: 'Part of order numbers, such as BJ' },
  kind: { zh: '类型', en: 'Kind' },
  headquarters: { zh: '总部', en: 'Headquarters' },
  owned: { zh: '直营', en: 'Owned' },
  franchise: { zh: '加盟', en: 'Franchise' },
  state: { zh: '状态', en: 'State' },
  open: { zh: '开设分支', en: 'Open a branch' },
  opened: { zh: '分支已开设', en: 'Branch opened' },
  closed: { zh: '已关闭', en: 'Closed' },
  parent: { zh: '上级', en: 'Below' },
  deeds: { zh: '操作', en: 'Actions' },
  change: { zh: '修改', en: 'Edit' },
  saved: { zh: '已保存', en: 'Saved' },
  close: { zh: '关闭分支', en: 'Close the branch' },
  closeWhy: {
    zh: '{{name}} 关闭后不再接单。有员工或下级分支的分支不能关闭。',
    en: '{{name}} sells nothing once closed. A branch with staff or open branches below it cannot be closed.',
  },
  closedNow: { zh: '分支已关闭', en: 'Branch closed' },
  required: { zh: '请填写此项', en: 'Please fill this in' },
  openState: { zh: '营业中', en: 'Open' },
});
