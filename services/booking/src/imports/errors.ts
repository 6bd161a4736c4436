import { defineErrors } from '@yitu/kernel';

export const importErrors = defineErrors('booking', {
  notATable: {
    status: 422,
    zh: '文件不是可读取的 CSV（UTF-8 或 GB18030）或 XLSX 表格。',
    en: 'The file is no table that can be read: CSV (UTF-8 or GB18030) or XLSX.',
  },
  tableTooLarge: {
    status: 422,
    zh: '表格过大：最多 {rows} 行，解压后不超过 30 MiB。',
    en: 'The table is too large: {rows} rows at the most, and 30 MiB unpacked.',
  },
  noRows: { status: 422, zh: '表格中没有数据行。', en: 'There are no rows in the table.' },
  columnsDoNotFit: {
    status: 422,
    zh: '表头与模板不符。',
    en: 'The columns do not fit the template.',
  },
  productCodeTaken: { status: 409, zh: '该产品编号已被使用。', en: 'This product code is taken.' },
});
