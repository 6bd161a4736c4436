import { defineTexts } from '../texts/define-texts.ts';

export const kinds = [
  'package-tour',
  'independent-travel',
  'day-trip',
  'hotel',
  'flight',
  'train',
  'ticket',
  'vehicle',
  'visa',
  'insurance',
  'extra',
] as const;
export const transports = ['coach', 'car', 'flight', 'train', 'high-speed-rail', 'ferry', 'cruise'] as const;
export const lodgings = ['hostel', 'guesthouse', 'economy', 'comfort', 'upscale', 'luxury'] as const;

export const kindWords = defineTexts('product-kinds', {
  'package-tour': { zh: '跟团游', en: 'Package tour' },
  'independent-travel': { zh: '自由行', en: 'Independent travel' },
  'day-trip': { zh: '一日游', en: 'Day trip' },
  hotel: { zh: '酒店', en: 'Hotel' },
  flight: { zh: '机票', en: 'Flight' },
  train: { zh: '火车票', en: 'Train' },
  ticket: { zh: '景点门票', en: 'Attraction ticket' },
  vehicle: { zh: '用车', en: 'Vehicle' },
  visa: { zh: '签证', en: 'Visa' },
  insurance: { zh: '保险', en: 'Insurance' },
  extra: { zh: '附加服务', en: 'Extra' },
});

export const transportWords = defineTexts('transports', {
  coach: { zh: '大巴', en: 'Coach' },
  car: { zh: '小车', en: 'Car' },
  flight: { zh: '飞机', en: 'Flight' },
  train: { zh: '火车', en: 'Train' },
  'high-speed-rail': { zh: '高铁', en: 'High-speed rail' },
  ferry: { zh: '轮渡', en: 'Ferry' },
  cruise: { zh: '邮轮', en: 'Cruise' },
});

export const lodgingWords = defineTexts('lodgings', {
  hostel: { zh: '青年旅舍', en: 'Hostel' },
  guesthouse: { zh: '民宿', en: 'Guesthouse' },
  economy: { zh: '经济型', en: 'Economy' },
  comfort: { zh: '舒适型', en: 'Comfort' },
  upscale: { zh: '高档型', en: 'Upscale' },
  luxury: { zh: '豪华型', en: 'Luxury' },
});

/** The themes everybody has; an agency's own stands as it is. */
export const themes = [
  'nature',
  'culture',
  'history',
  'family',
  'beach',
  'island',
  'river',
  'mountains',
  'hiking',
  'adventure',
  'city',
  'desert',
  'snow',
  'skiing',
  'autumn',
  'food',
  'honeymoon',
  'photography',
  'hot-spring',
] as const;

export const themeWords = defineTexts('themes', {
  nature: { zh: '自然', en: 'Nature' },
  culture: { zh: '人文', en: 'Culture' },
  history: { zh: '历史', en: 'History' },
  family: { zh: '亲子', en: 'Family' },
  beach: { zh: '海滨', en: 'Beach' },
  island: { zh: '海岛', en: 'Island' },
  river: { zh: '江河', en: 'Rivers' },
  mountains: { zh: '山岳', en: 'Mountains' },
  hiking: { zh: '徒步', en: 'Hiking' },
  adventure: { zh: '探险', en: 'Adventure' },
  city: { zh: '都市', en: 'City' },
  desert: { zh: '沙漠', en: 'Desert' },
  snow: { zh: '冰雪', en: 'Snow' },
  skiing: { zh: '滑雪', en: 'Skiing' },
  autumn: { zh: '赏秋', en: 'Autumn' },
  food: { zh: '美食', en: 'Food' },
  honeymoon: { zh: '蜜月', en: 'Honeymoon' },
  photography: { zh: '摄影', en: 'Photography' },
  'hot-spring': { zh: '温泉', en: 'Hot springs' },
});

/** The words of what is compared, by booking's names of it. */
export const wordsOfAspects: Readonly<Record<string, (word: string) => string>> = {
  kind: kindWords.word,
  themes: themeWords.word,
  transport: transportWords.word,
  lodging: lodgingWords.word,
};
