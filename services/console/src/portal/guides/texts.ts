import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('portal-guides', {
  title: { zh: '攻略与资讯', en: 'Guides and news' },
  lead: {
    zh: '旅行社写给旅行者的目的地攻略和最新消息。',
    en: 'What your agency has written about places, and what is new.',
  },
  all: { zh: '全部', en: 'All' },
  guide: { zh: '攻略', en: 'Guide' },
  news: { zh: '资讯', en: 'News' },
  kind: { zh: '类型', en: 'Kind' },
  city: { zh: '目的地', en: 'Destination' },
  everywhere: { zh: '全部目的地', en: 'Everywhere' },
  more: { zh: '显示更多', en: 'Show more' },
  emptyTitle: { zh: '还没有文章', en: 'Nothing written yet' },
  emptyWhy: { zh: '新的攻略发布后会显示在这里。', en: 'Guides appear here once they are published.' },
  showAll: { zh: '查看全部文章', en: 'Show everything' },
  toTrips: { zh: '去看看产品', en: 'Look at trips' },
  tripsThere: { zh: '查看 {{city}} 的产品', en: 'Trips to {{city}}' },
  back: { zh: '返回攻略', en: 'Back to guides' },
});
