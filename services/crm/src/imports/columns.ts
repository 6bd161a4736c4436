import { may, type Column } from '@yitu/imports';
import type { Texts } from '@yitu/kernel';
import type { categories, genders, kinds, sources } from '../customers/customer.ts';

const kindNames: Record<(typeof kinds)[number], Texts> = {
  person: { zh: '个人', en: 'Person' },
  company: { zh: '单位', en: 'Company' },
};

const genderNames: Record<(typeof genders)[number], Texts> = {
  female: { zh: '女', en: 'Female' },
  male: { zh: '男', en: 'Male' },
  other: { zh: '其他', en: 'Other' },
};

const categoryNames: Record<(typeof categories)[number], Texts> = {
  prospect: { zh: '潜在客户', en: 'Prospect' },
  regular: { zh: '普通客户', en: 'Regular' },
  important: { zh: '重要客户', en: 'Important' },
  key: { zh: '重点客户', en: 'Key' },
};

const sourceNames: Record<(typeof sources)[number], Texts> = {
  'walk-in': { zh: '到店', en: 'Walk-in' },
  phone: { zh: '电话', en: 'Phone' },
  website: { zh: '网站', en: 'Website' },
  wechat: { zh: '微信', en: 'WeChat' },
  referral: { zh: '介绍', en: 'Referral' },
  campaign: { zh: '活动', en: 'Campaign' },
  partner: { zh: '合作伙伴', en: 'Partner' },
  import: { zh: '导入', en: 'Import' },
  other: { zh: '其他', en: 'Other' },
};

const localeNames: Record<'zh' | 'en', Texts> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
};

/** The columns of a table of customers, in the template's order. None is required by itself: of the two names one is. */
export const customerColumns: readonly Column[] = [
  may('/name/zh', '中文姓名', 'Name in Chinese'),
  may('/name/en', '英文姓名（拼音）', 'Name in Latin letters'),
  may('/kind', '类型', 'Kind', 'word', { words: kindNames }),
  may('/phone', '电话', 'Phone'),
  may('/email', '邮箱', 'E-mail'),
  may('/gender', '性别', 'Gender', 'word', { words: genderNames }),
  may('/birthDate', '出生日期', 'Date of birth', 'date'),
  may('/occupation', '职业', 'Occupation'),
  may('/address', '地址', 'Address'),
  may('/category', '级别', 'Category', 'word', { words: categoryNames }),
  may('/source', '来源', 'Source', 'word', { words: sourceNames }),
  may('/locale', '联系语言', 'Writes in', 'word', { words: localeNames }),
  may('/tags', '标签', 'Tags', 'list'),
  may('/preferences/destinations', '偏好目的地', 'Favourite destinations', 'list'),
  may('/preferences/themes', '偏好主题', 'Favourite themes', 'list'),
  may('/preferences/budget/amount', '预算', 'Budget', 'amount'),
  may('/preferences/budget/currency', '预算币种', 'Budget currency'),
  may('/preferences/transport', '交通', 'Transport'),
  may('/preferences/lodging', '住宿', 'Lodging'),
  may('/preferences/meals', '餐饮', 'Meals'),
  may('/specialNeeds/diet', '饮食禁忌', 'Diet'),
  may('/specialNeeds/accessibility', '无障碍需求', 'Accessibility'),
  may('/specialNeeds/rooming', '分房要求', 'Rooming'),
];
