import { countryName } from '../../format/names.ts';
import { defineTexts } from '../../texts/define-texts.ts';
import { currentLocale, type LocalText } from '../../texts/locale.ts';

/** Words of the data: kinds, themes, means of transport, classes of lodging. A theme an agency has made up itself stands as it is. */
export const words = defineTexts('portal-words', {
  'package-tour': { zh: '跟团游', en: 'Package tour' },
  'independent-travel': { zh: '自由行', en: 'Independent travel' },
  'day-trip': { zh: '一日游', en: 'Day trip' },
  hotel: { zh: '酒店', en: 'Hotel' },
  flight: { zh: '飞机', en: 'Flight' },
  train: { zh: '火车', en: 'Train' },
  ticket: { zh: '门票', en: 'Ticket' },
  vehicle: { zh: '用车', en: 'Vehicle' },
  visa: { zh: '签证', en: 'Visa' },
  insurance: { zh: '保险', en: 'Insurance' },
  extra: { zh: '附加项目', en: 'Extra' },
  coach: { zh: '大巴', en: 'Coach' },
  car: { zh: '小车', en: 'Car' },
  'high-speed-rail': { zh: '高铁', en: 'High-speed rail' },
  ferry: { zh: '轮渡', en: 'Ferry' },
  cruise: { zh: '邮轮', en: 'Cruise' },
  hostel: { zh: '青年旅舍', en: 'Hostel' },
  guesthouse: { zh: '民宿', en: 'Guesthouse' },
  economy: { zh: '经济型', en: 'Economy' },
  comfort: { zh: '舒适型', en: 'Comfort' },
  upscale: { zh: '高档型', en: 'Upscale' },
  luxury: { zh: '豪华型', en: 'Luxury' },
  adventure: { zh: '探险', en: 'Adventure' },
  autumn: { zh: '赏秋', en: 'Autumn' },
  beach: { zh: '海滨', en: 'Beach' },
  city: { zh: '城市', en: 'City' },
  culture: { zh: '文化', en: 'Culture' },
  desert: { zh: '沙漠', en: 'Desert' },
  family: { zh: '亲子', en: 'Family' },
  food: { zh: '美食', en: 'Food' },
  hiking: { zh: '徒步', en: 'Hiking' },
  history: { zh: '历史', en: 'History' },
  honeymoon: { zh: '蜜月', en: 'Honeymoon' },
  'hot-spring': { zh: '温泉', en: 'Hot springs' },
  island: { zh: '海岛', en: 'Island' },
  mountains: { zh: '山岳', en: 'Mountains' },
  nature: { zh: '自然', en: 'Nature' },
  river: { zh: '江河', en: 'Rivers' },
  skiing: { zh: '滑雪', en: 'Skiing' },
  snow: { zh: '冰雪', en: 'Snow' },
});

/** A text that the service made of the data's words, for people: words for themes, names for countries. */
export function spokenText(text: LocalText): string {
  const locale = currentLocale();
  const named = text[locale].replace(/\s*\(([A-Z]{2})\)/g, (_code, country: string) =>
    locale === 'zh' ? `（${countryName(country)}）` : ` (${countryName(country)})`,
  );
  return locale === 'zh' ? named.replace(/[a-z]+(-[a-z]+)*/g, (word) => words.word(word)) : named;
}
