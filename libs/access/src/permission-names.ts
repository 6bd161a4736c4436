import type { Texts } from '@yitu/kernel';
import { matches } from './patterns.ts';

/**
 * What each permission is called, for people. `npm run check` compares it with what the operations declare: each has its name here, and nothing is
 * named that nobody declares. A new operation with a permission of its own adds one line.
 */
export const permissionNames: Readonly<Record<string, Texts>> = {
  'analytics.quarantine.read': { zh: '查看分析服务隔离区', en: 'see the quarantine of analytics' },
  'analytics.quarantine.replay': { zh: '重放分析服务隔离消息', en: 'replay the quarantine of analytics' },
  'analytics.read-models.rebuild': { zh: '重建分析数据', en: 'rebuild the read models' },
  'analytics.report.read': { zh: '查看报表', en: 'see reports' },
  'booking.departure.cancel': { zh: '取消团期', en: 'cancel departures' },
  'booking.departure.change': { zh: '调整团期名额与价格', en: 'change seats and prices of departures' },
  'booking.departure.close': { zh: '停止与恢复收客', en: 'close and reopen departures' },
  'booking.departure.decide': { zh: '决定是否成团', en: 'decide whether groups take place' },
  'booking.article.publish': { zh: '发布与撤下攻略和资讯', en: 'publish and withdraw guides and news' },
  'booking.article.read': { zh: '查看攻略和资讯', en: 'see guides and news' },
  'booking.article.write': { zh: '撰写攻略和资讯', en: 'write guides and news' },
  'booking.import.read': { zh: '查看导入结果', en: 'see imports' },
  'booking.import.start': { zh: '导入产品与团期', en: 'import products and departures' },
  'booking.departure.read': { zh: '查看团期', en: 'see departures' },
  'booking.departure.schedule': { zh: '安排团期', en: 'schedule departures' },
  'booking.group-choice.record': {
    zh: '登记客户的改团、延期或退款选择',
    en: 'record what customers of cancelled departures chose',
  },
  'booking.order.approve': { zh: '审核订单', en: 'approve orders' },
  'booking.order.cancel': { zh: '取消订单', en: 'cancel orders' },
  'booking.order.place': { zh: '下单', en: 'place orders' },
  'booking.order.read': { zh: '查看订单', en: 'see orders' },
  'booking.order.return': { zh: '退回订单', en: 'return orders' },
  'booking.order.submit': { zh: '提交订单', en: 'submit orders' },
  'booking.price-list.read': { zh: '查看价目表', en: 'see price lists' },
  'booking.price-list.set': { zh: '设定价目表', en: 'set price lists' },
  'booking.product.change': { zh: '修改产品', en: 'change products' },
  'booking.product.create': { zh: '创建产品', en: 'create products' },
  'booking.product.publish': { zh: '发布产品', en: 'publish products' },
  'booking.product.read': { zh: '查看产品', en: 'see products' },
  'booking.product.withdraw': { zh: '下架产品', en: 'withdraw products' },
  'booking.quarantine.read': { zh: '查看预订服务隔离区', en: 'see the quarantine of booking' },
  'booking.quarantine.replay': { zh: '重放预订服务隔离消息', en: 'replay the quarantine of booking' },
  'booking.rules.read': { zh: '查看订单规则', en: 'see the rules for orders' },
  'booking.rules.set': { zh: '设定订单规则', en: 'set the rules for orders' },
  'crm.bank-account.change': { zh: '修改银行账户', en: 'change bank accounts' },
  'crm.bank-account.enter': { zh: '录入银行账户', en: 'enter bank accounts' },
  'crm.bank-account.read': { zh: '查看银行账户（脱敏）', en: 'see bank accounts, masked' },
  'crm.bank-account.remove': { zh: '删除银行账户', en: 'remove bank accounts' },
  'crm.bank-account.reveal': { zh: '查看完整银行账号', en: 'reveal bank account numbers' },
  'crm.bank-account.search': { zh: '按账号查找客户', en: 'find customers by bank account' },
  'crm.customer.assign': { zh: '移交客户', en: 'hand customers over' },
  'crm.customer.change': { zh: '修改客户', en: 'change customers' },
  'crm.customer.enter': { zh: '录入客户', en: 'enter customers' },
  'crm.customer.read': { zh: '查看客户', en: 'see customers' },
  'crm.document.change': { zh: '修改证件', en: 'change documents' },
  'crm.document.enter': { zh: '录入证件', en: 'enter documents' },
  'crm.document.read': { zh: '查看证件（脱敏）', en: 'see documents, masked' },
  'crm.document.remove': { zh: '删除证件', en: 'remove documents' },
  'crm.document.reveal': { zh: '查看完整证件号', en: 'reveal document numbers' },
  'crm.document.search': { zh: '按证件号查找客户', en: 'find customers by document number' },
  'crm.person.erase': { zh: '销毁个人敏感信息', en: 'erase sensitive data of a person' },
  'crm.quarantine.read': { zh: '查看客户服务隔离区', en: 'see the quarantine of crm' },
  'crm.quarantine.replay': { zh: '重放客户服务隔离消息', en: 'replay the quarantine of crm' },
  'crm.survey.read': { zh: '查看满意度问卷', en: 'see surveys' },
  'crm.survey.send': { zh: '发送满意度问卷', en: 'send surveys' },
  'crm.traveller.change': { zh: '修改出行人', en: 'change travellers' },
  'crm.traveller.enter': { zh: '录入出行人', en: 'enter travellers' },
  'crm.traveller.read': { zh: '查看出行人', en: 'see travellers' },
  'finance.account.read': { zh: '查看会计科目', en: 'see accounts' },
  'finance.entry.read': { zh: '查看凭证', en: 'see entries of the ledger' },
  'finance.entry.reverse': { zh: '冲销凭证', en: 'reverse entries of the ledger' },
  'finance.group-settlement.read': { zh: '查看团队结算', en: 'see group settlements' },
  'finance.group-settlement.settle': { zh: '办理团队结算', en: 'settle groups' },
  'finance.invoice.issue': { zh: '开具发票', en: 'issue invoices' },
  'finance.invoice.read': { zh: '查看发票', en: 'see invoices' },
  'finance.payment.read': { zh: '查看收款', en: 'see payments' },
  'finance.payment.record': { zh: '登记收款', en: 'record payments' },
  'finance.quarantine.read': { zh: '查看财务服务隔离区', en: 'see the quarantine of finance' },
  'finance.quarantine.replay': { zh: '重放财务服务隔离消息', en: 'replay the quarantine of finance' },
  'finance.refund.pay': { zh: '支付退款', en: 'pay refunds' },
  'finance.refund.read': { zh: '查看退款', en: 'see refunds' },
  'finance.supplier-cost.read': { zh: '查看供应商成本', en: 'see costs of suppliers' },
  'finance.supplier-cost.record': { zh: '登记供应商成本', en: 'record costs of suppliers' },
  'finance.trial-balance.read': { zh: '查看试算平衡表', en: 'see the trial balance' },
  'identity.agency.change': { zh: '更改旅行社的安全设置', en: 'change the security settings of the agency' },
  'identity.agency.read': { zh: '查看旅行社的安全设置', en: 'see the security settings of the agency' },
  'identity.audit.export': { zh: '导出审计记录', en: 'export the audit trail' },
  'identity.audit.read': { zh: '查看审计记录', en: 'see the audit trail' },
  'identity.branch.change': { zh: '变更或关闭分支', en: 'change or close branches' },
  'identity.branch.open': { zh: '开设分支', en: 'open branches' },
  'identity.branch.read': { zh: '查看分支', en: 'see branches' },
  'identity.client.change': { zh: '更改 API 客户端的权限范围', en: 'change what API clients may do' },
  'identity.client.create': { zh: '创建 API 客户端', en: 'create API clients' },
  'identity.client.disable': { zh: '停用与启用 API 客户端', en: 'disable and enable API clients' },
  'identity.client.read': { zh: '查看 API 客户端', en: 'see API clients' },
  'identity.client.remove': { zh: '移除 API 客户端', en: 'remove API clients' },
  'identity.client.rotate': { zh: '更换 API 客户端密钥', en: 'give API clients another secret' },
  'identity.course.define': { zh: '设定培训课程', en: 'define courses' },
  'identity.course.read': { zh: '查看培训课程', en: 'see courses' },
  'identity.identity-provider.change': { zh: '配置身份提供方', en: 'set the identity provider' },
  'identity.identity-provider.read': { zh: '查看身份提供方', en: 'see the identity provider' },
  'identity.incident-rule.change': { zh: '更改安全事件规则', en: 'change the rules for incidents' },
  'identity.incident-rule.read': { zh: '查看安全事件规则', en: 'see the rules for incidents' },
  'identity.incident.close': { zh: '关闭安全事件', en: 'close incidents' },
  'identity.incident.handle': { zh: '处置安全事件', en: 'handle incidents' },
  'identity.incident.open': { zh: '上报安全事件', en: 'open incidents' },
  'identity.incident.read': { zh: '查看安全事件', en: 'see incidents' },
  'identity.legal-text.publish': { zh: '发布法律文本', en: 'publish legal texts' },
  'identity.legal-text.read': { zh: '查看法律文本', en: 'see legal texts' },
  'identity.quarantine.read': { zh: '查看身份服务隔离区', en: 'see the quarantine of identity' },
  'identity.quarantine.replay': { zh: '重放身份服务隔离消息', en: 'replay the quarantine of identity' },
  'identity.role.change': { zh: '编辑角色', en: 'edit roles' },
  'identity.role.give-any': { zh: '授予任意角色', en: 'give any role' },
  'identity.role.read': { zh: '查看角色', en: 'see roles' },
  'identity.role.require-courses': { zh: '设定角色所需课程', en: 'say which courses a role needs' },
  'identity.session.end': { zh: '结束他人会话', en: "end other people's sessions" },
  'identity.session.read': { zh: '查看他人会话', en: "see other people's sessions" },
  'identity.training.read': { zh: '查看培训记录', en: 'see training records' },
  'identity.training.record': { zh: '登记培训与考核', en: 'record trainings and assessments' },
  'identity.user.add': { zh: '添加员工', en: 'add members of staff' },
  'identity.user.change': { zh: '更改员工权限与状态', en: 'change what members of staff may do' },
  'identity.user.read': { zh: '查看员工', en: 'see members of staff' },
  'itinerary.archive-file.close': { zh: '封存业务档案', en: 'close archive files' },
  'itinerary.archive-file.read': { zh: '查看业务档案', en: 'see archive files' },
  'itinerary.contract.generate': { zh: '生成旅游合同', en: 'generate contracts' },
  'itinerary.contract.read': { zh: '查看旅游合同', en: 'see contracts' },
  'itinerary.contract.send': { zh: '发送旅游合同', en: 'send contracts' },
  'itinerary.operations-sheet.assign-guide': { zh: '指派导游', en: 'assign guides' },
  'itinerary.operations-sheet.confirm': { zh: '登记供应商确认', en: 'record confirmations of suppliers' },
  'itinerary.operations-sheet.open': { zh: '开立计调单', en: 'open operations sheets' },
  'itinerary.operations-sheet.read': { zh: '查看计调单', en: 'see operations sheets' },
  'itinerary.operations-sheet.reserve': { zh: '向供应商预订', en: 'reserve with suppliers' },
  'itinerary.plan.draft': { zh: '编制行程计划', en: 'draft plans' },
  'itinerary.plan.read': { zh: '查看行程计划', en: 'see plans' },
  'itinerary.plan.revise': { zh: '修订行程计划', en: 'revise plans' },
  'itinerary.quarantine.read': { zh: '查看行程服务隔离区', en: 'see the quarantine of itinerary' },
  'itinerary.quarantine.replay': { zh: '重放行程服务隔离消息', en: 'replay the quarantine of itinerary' },
  'itinerary.request.read': { zh: '查看需求单', en: 'see requests' },
  'itinerary.request.take': { zh: '登记需求单', en: 'take requests' },
  'itinerary.trip.check-in': { zh: '核验出行人', en: 'check travellers in' },
  'itinerary.trip.end': { zh: '结束行程', en: 'end trips' },
  'itinerary.trip.read': { zh: '查看出团情况', en: 'see trips' },
  'notifications.delivery.read': { zh: '查看投递记录', en: 'see deliveries' },
  'notifications.delivery.resend': { zh: '重新投递', en: 'send deliveries again' },
  'notifications.inbox.read': { zh: '查看收件箱', en: 'see the inbox' },
  'notifications.quarantine.read': { zh: '查看通知服务隔离区', en: 'see the quarantine of notifications' },
  'notifications.quarantine.replay': {
    zh: '重放通知服务隔离消息',
    en: 'replay the quarantine of notifications',
  },
  'notifications.reminder.read': { zh: '查看提醒', en: 'see reminders' },
  'notifications.template.edit': { zh: '编辑模板', en: 'edit templates' },
  'notifications.template.read': { zh: '查看模板', en: 'see templates' },
};

/** Permissions that no operation declares: some operations ask for them beside their own. */
export const askedBeside: readonly string[] = ['identity.role.give-any'];

/** What a permission is called; a permission nobody named is called by its code. */
export function nameOf(permission: string): Texts {
  return permissionNames[permission] ?? { zh: permission, en: permission };
}

/** Whether a permission, or a pattern such as `booking.*.read`, stands for at least one that exists. */
export const isKnown = (pattern: string): boolean =>
  Object.keys(permissionNames).some((permission) => matches(pattern, permission));

/** The permissions spelled most like one that does not exist, the most alike first. */
export function nearest(misspelled: string, howMany = 3): string[] {
  return Object.keys(permissionNames)
    .map((permission) => ({ permission, distance: editDistance(misspelled, permission) }))
    .toSorted((left, right) => left.distance - right.distance)
    .slice(0, howMany)
    .map(({ permission }) => permission);
}

/** Levenshtein's distance: how many letters to insert, delete or replace. */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [at, letter] of from.split('').entries()) {
    const next = [at + 1];
    for (const [index, other] of to.split('').entries())
      next.push(
        Math.min(
          (next[index] ?? 0) + 1,
          (row[index + 1] ?? 0) + 1,
          (row[index] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
