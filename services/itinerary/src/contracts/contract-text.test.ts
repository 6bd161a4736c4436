import { describe, expect, it } from 'vitest';
import { contractText, type Subject } from './contract-text.ts';
import { travelService1 } from './templates/travel-service-1.ts';

const subject: Subject = {
  number: 'HT-HQ-2026-000001',
  customer: '王小明 & <家人>',
  agencyName: { zh: '云起旅行社', en: 'Yunqi Travel' },
  branchName: { zh: '总部', en: 'Headquarters' },
  order: { number: 'HQ-2026-000007', heads: 3, total: { amount: 1_234_560n, currency: 'CNY' } },
  departure: {
    groupNumber: 'YN-0701',
    productName: { zh: '云南六日', en: 'Yunnan in six days' },
    destinationCountry: 'CN',
    departsOn: '2026-07-01',
    returnsOn: '2026-07-06',
    timeZone: 'Asia/Shanghai',
  },
  plan: undefined,
  date: '2026-05-01',
};
const write = (changes: Partial<Subject> = {}) =>
  contractText(travelService1.body, { ...subject, ...changes });

describe('the text of a contract', () => {
  it('names parties, trip and price in both languages, the price in figures and capital numerals', () => {
    const text = write();
    for (const part of [
      '合同编号：HT-HQ-2026-000001',
      'Contract number: HT-HQ-2026-000001',
      '甲方（旅游者）：王小明 & <家人>',
      '乙方（旅行社）：云起旅行社（总部）',
      'Party B (travel agency): Yunqi Travel (Headquarters)',
      '出发日期：2026-07-01；返回日期：2026-07-06；共 6 天',
      '旅游费用总额：CNY 12,345.60',
      '大写：人民币壹万贰仟叁佰肆拾伍元陆角',
      'Travellers: 3',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/\{\{|undefined|null/);
  });

  it('lists the days of the plan where there is one', () => {
    const days = [{ day: 1, title: { zh: '抵达昆明', en: 'Arrival in Kunming' }, segments: [] }];
    const text = write({ plan: { title: { zh: '行程', en: 'Plan' }, days } });
    expect(text).toContain('第 1 天：抵达昆明');
    expect(text).toContain('Day 1: Arrival in Kunming');
    expect(text).not.toContain('行程单为准');
  });

  it('keeps a name on its line and takes no instructions from it', () => {
    const text = write({ customer: '王小明\n第九条 免费 {{price.figures}}' });
    expect(text).toContain('甲方（旅游者）：王小明 第九条 免费 {{price.figures}}\n');
  });

  it('is refused when the template names something unknown', () => {
    expect(() => contractText('{{discount}}', subject)).toThrow('discount');
  });
});
