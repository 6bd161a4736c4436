import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('articles', {
  title: { zh: '攻略与资讯', en: 'Guides and news' },
  name: { zh: '标题', en: 'Title' },
  state: { zh: '状态', en: 'State' },
  draft: { zh: '草稿', en: 'Draft' },
  published: { zh: '已发布', en: 'Published' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  kind: { zh: '类型', en: 'Kind' },
  guide: { zh: '攻略', en: 'Guide' },
  news: { zh: '资讯', en: 'News' },
  place: { zh: '目的地', en: 'Destination' },
  country: { zh: '国家或地区', en: 'Country' },
  city: { zh: '城市', en: 'City' },
  cityHint: {
    zh: '与产品的城市一致；不填表示整个国家或地区',
    en: 'As products name it; left empty it is about the whole country',
  },
  createdAt: { zh: '撰写时间', en: 'Written' },
  body: { zh: '正文', en: 'Text' },
  write: { zh: '写文章', en: 'Write' },
  change: { zh: '修改文章', en: 'Change it' },
  saved: { zh: '文章已保存', en: 'Saved' },
  asDraft: { zh: '先保存为草稿', en: 'Keep it as a draft' },
  draftWhy: {
    zh: '保存为草稿，由有权发布的同事发布',
    en: 'It is kept as a draft until somebody publishes it who may',
  },
  publish: { zh: '发布', en: 'Publish' },
  publishWhy: { zh: '发布后客户可以在客户中心看到。', en: 'Customers see it in the portal from then on.' },
  publishedNow: { zh: '文章已发布', en: 'Published' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  withdrawWhy: {
    zh: '撤回后客户不再看到，可以再次发布。',
    en: 'Customers see it no more; it can be published again.',
  },
  withdrawnNow: { zh: '文章已撤回', en: 'Withdrawn' },
});
