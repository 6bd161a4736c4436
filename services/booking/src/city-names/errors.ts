import { defineErrors } from '@yitu/kernel';

export const cityNameErrors = defineErrors('booking', {
  cityNamedTwice: { status: 422, zh: '城市重复。', en: 'A city is named twice.' },
});
