import { defineTexts } from '../texts/define-texts.ts';

export const texts = defineTexts('names', {
  identity: { zh: '身份与权限', en: 'Identity' },
  crm: { zh: '客户', en: 'Customers' },
  booking: { zh: '产品与订单', en: 'Booking' },
  itinerary: { zh: '行程与计调', en: 'Itinerary' },
  finance: { zh: '财务', en: 'Finance' },
  notifications: { zh: '消息', en: 'Notifications' },
  analytics: { zh: '统计分析', en: 'Analytics' },
  gateway: { zh: '网关', en: 'Gateway' },
  'contract-over': { zh: '合同已于 {{date}} 到期', en: 'the contract was over on {{date}}' },
  'contract-ends-soon': { zh: '合同将于 {{date}} 到期', en: 'the contract ends on {{date}}' },
  findCustomer: { zh: '姓名或完整电话', en: 'Part of the name, or whole phone' },
  allServices: { zh: '全部模块', en: 'All services' },
  everything: { zh: '全部', en: 'everything' },
  everyAction: { zh: '全部操作', en: 'every action' },
  everythingIn: { zh: '{{where}}：全部操作', en: '{{where}}: everything' },
  readingIn: { zh: '{{where}}：全部查看', en: '{{where}}: see everything' },
});
