import { defineErrors } from '@yitu/kernel';

export const workingDayErrors = defineErrors('booking', {
  holidaysDoNotFit: {
    status: 422,
    zh: '{year} 年的节假日有误，请检查所列各行。',
    en: 'The public holidays of {year} do not fit; see the rows listed.',
  },
});
