/** What a confirmation letter says beside the trip's own facts. */
export const words = {
  title: { zh: '行程确认书', en: 'Confirmation letter' },
  order: { zh: '订单', en: 'Order' },
  trip: { zh: '行程', en: 'Trip' },
  group: { zh: '团号', en: 'Group' },
  travel: { zh: '日期', en: 'Dates' },
  heads: { zh: '人数', en: 'Travellers' },
  total: { zh: '总价', en: 'Total' },
  guide: { zh: '导游', en: 'Guide' },
  branch: { zh: '服务门店', en: 'Your branch' },
  days: { zh: '每日安排', en: 'Day by day' },
  noPlan: {
    zh: '详细行程将另行发送，请您确认。',
    en: 'The day-by-day itinerary follows; you will be asked to accept it.',
  },
  notes: { zh: '注意事项', en: 'Please note' },
  noteList: [
    {
      zh: '请核对出行人姓名与证件，证件有效期应覆盖整个行程。',
      en: 'Check the names and documents of all travellers; documents must be valid for the whole trip.',
    },
    {
      zh: '请按约定时间到达集合地点；导游姓名与电话在出发前一周可见。',
      en: 'Be at the meeting point in time; you see who guides you, with a number to call, a week before the departure.',
    },
    {
      zh: '变更或取消请尽早告知，费用按合同约定计算。',
      en: 'Tell us early if you need to change or cancel; charges follow your contract.',
    },
  ],
} as const;
