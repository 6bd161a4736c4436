import { defineErrors } from '@yitu/kernel';

/** What speaks against a table as a whole, under the name of the service that takes it in. */
export const tableErrors = (service: string) =>
  defineErrors(service, {
    notATable: {
      status: 422,
      zh: '文件不是可读取的 CSV（UTF-8 或 GB18030）或 XLSX 表格。',
      en: 'The file is no table that can be read: CSV (UTF-8 or GB18030) or XLSX.',
    },
    tableTooLarge: {
      status: 422,
      zh: '表格过大：最多 {rows} 行、{columns} 列，解压后不超过 30 MiB。',
      en: 'The table is too large: {rows} rows and {columns} columns at the most, and 30 MiB unpacked.',
    },
    noRows: { status: 422, zh: '表格中没有数据行。', en: 'There are no rows in the table.' },
    columnsDoNotFit: {
      status: 422,
      zh: '表头与模板不符。',
      en: 'The columns do not fit the template.',
    },
    importEnded: { status: 409, zh: '该导入已结束。', en: 'The import has ended.' },
  });

export type TableErrors = ReturnType<typeof tableErrors>;
