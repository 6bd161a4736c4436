import { page, right, table, type Print, type Printable } from '@yitu/documents';
import { agencyOf, branchOf } from '@yitu/directory';
import { moneyText, type Locale, type Texts } from '@yitu/kernel';
import { query } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type } from 'typebox';
import { Invoice } from './invoice.ts';

const words = {
  title: { zh: '发票', en: 'Invoice' },
  number: { zh: '发票号码', en: 'Number' },
  date: { zh: '开票日期', en: 'Date' },
  buyer: { zh: '购买方', en: 'Bill to' },
  taxNumber: { zh: '纳税人识别号', en: 'Tax number' },
  seller: { zh: '销售方', en: 'From' },
  item: { zh: '项目', en: 'Item' },
  service: { zh: '旅游服务', en: 'Travel services' },
  order: { zh: '订单', en: 'order' },
  amount: { zh: '金额', en: 'Amount' },
  total: { zh: '价税合计', en: 'Total' },
} as const;

interface Sheet {
  readonly invoice: Invoice;
  readonly agency: Texts;
  readonly branch: Texts;
}

/** Within reach of the staff, and for the customer whose order it is of. */
const permission = 'finance.invoice-document.read';

const sheetOf = query({ permission, oneState: true }, async (uow, invoiceId: string): Promise<Sheet> => {
  const invoice = await uow.get(Invoice, invoiceId);
  const { name: agency } = await agencyOf(uow);
  const { name: branch } = await branchOf(uow, invoice.branchId);
  return { invoice, agency, branch };
});

function layoutInvoice({ invoice, agency, branch }: Sheet, locale: Locale): Printable {
  const say = (text: Texts) => text[locale];
  const { number, issuedOn, title, taxNumber, orderNumber, amount, currency } = invoice;
  const ofBuyer: [Texts, string][] = taxNumber == null ? [] : [[words.taxNumber, taxNumber]];
  const rows: [Texts, string][] = [
    [words.number, number],
    [words.date, issuedOn],
    [words.buyer, title],
    ...ofBuyer,
    [words.seller, `${say(agency)} · ${say(branch)}`],
  ];
  const sum = moneyText({ amount, currency });
  const lines = [
    [say(words.item), right(say(words.amount))],
    [`${say(words.service)} (${say(words.order)} ${orderNumber})`, right(sum)],
  ];
  return page({
    ...{ house: say(agency), title: say(words.title), number },
    content: [
      table(
        [90, '*'],
        rows.map(([name, value]) => [{ text: say(name), color: '#555555' }, value]),
      ),
      table(['*', 110], lines, 1),
      table(
        ['*', 110],
        [
          [
            { text: say(words.total), fontSize: 12 },
            { ...ofSum(sum), fontSize: 12 },
          ],
        ],
      ),
    ],
  });
}

const ofSum = (text: string) => ({ text, alignment: 'right' });

export const printInvoiceRoute = (print: Print) =>
  route({
    method: 'GET',
    path: '/v1/invoices/:invoiceId/document',
    summary: 'An invoice as PDF',
    access: permission,
    params: Type.Object({ invoiceId: Id }),
    query: Type.Object({ language: Type.Enum(['zh', 'en'], { default: 'zh' }) }),
    result: Type.Unsafe<Uint8Array>(Type.String({ format: 'binary' })),
    mediaType: 'application/pdf',
    handle: async (call, { params, query: { language } }) =>
      // Read first, then set: no connection waits while the page is made.
      Buffer.from(await print(layoutInvoice(await sheetOf(call, params.invoiceId), language))),
  });
