import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('credit-limits', {
  title: { zh: '加盟店信用额度', en: 'Franchise credit' },
  why: {
    zh: '加盟店已审核、未付清的订单合计不得超过额度；超出的订单不能审核通过。',
    en: 'What approved orders of a franchise branch that are not fully paid may come to; beyond it nothing more is approved.',
  },
  use: { zh: '额度使用情况', en: 'What is used' },
  branch: { zh: '加盟店', en: 'Franchise branch' },
  limit: { zh: '额度', en: 'Limit' },
  noLimit: { zh: '未设额度', en: 'None set' },
  without: { zh: '以下加盟店未设额度', en: 'No limit is set for these franchise branches' },
  'without-unlimited': {
    zh: '以下加盟店未设额度：按业务规则不限额度，订单一律可以审核通过',
    en: 'No limit is set for these franchise branches: by the rules their credit is unlimited, all their orders can be approved',
  },
  'without-nothing': {
    zh: '以下加盟店未设额度：按业务规则没有信用，只有付清的订单可以审核通过',
    en: 'No limit is set for these franchise branches: by the rules they have no credit, only orders paid in full can be approved',
  },
  used: { zh: '已用', en: 'Used' },
  left: { zh: '剩余', en: 'Left' },
  share: { zh: '使用比例', en: 'Share used' },
  noFranchise: { zh: '没有加盟店，或尚未使用额度', en: 'No franchise branch has or uses credit' },
  history: { zh: '额度申请与批准', en: 'Limits proposed and approved' },
  state: { zh: '状态', en: 'State' },
  proposed: { zh: '待批准', en: 'Awaits approval' },
  approved: { zh: '已批准', en: 'Approved' },
  author: { zh: '申请人', en: 'Proposed by' },
  reviewer: { zh: '批准人', en: 'Approved by' },
  createdAt: { zh: '申请时间', en: 'Proposed on' },
  decision: { zh: '处理', en: 'Decision' },
  propose: { zh: '申请额度', en: 'Propose a limit' },
  proposeHint: {
    zh: '由他人批准后生效，取代此前的额度',
    en: 'Counts once somebody else has approved it, in place of the one before',
  },
  proposedNow: { zh: '已提交，等待他人批准', en: 'Proposed; somebody else approves it' },
});
