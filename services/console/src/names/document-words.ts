import { defineTexts } from '../texts/define-texts.ts';

/** What travellers show at borders and desks. */
export const documentWords = defineTexts('document-kinds', {
  'identity-card': { zh: '居民身份证', en: 'Resident identity card' },
  passport: { zh: '护照', en: 'Passport' },
  'mainland-travel-permit': { zh: '来往内地通行证', en: 'Mainland travel permit' },
  'hong-kong-macau-permit': { zh: '往来港澳通行证', en: 'Hong Kong and Macau permit' },
  'taiwan-permit': { zh: '往来台湾通行证', en: 'Taiwan permit' },
  other: { zh: '其他证件', en: 'Other document' },
});
