import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { newTraceId } from '../../story/api.ts';
import { arrived, it } from './on-stage.ts';
import { prepareDeparture, type Prepared } from './prepared.ts';

/** No page has as many places to stop at before the one that is looked for. */
const furthest = 120;

describe('the desk without the mouse', () => {
  it('leads from the search to the order, with the travellers named', async ({ stage }) => {
    const prepared = await prepareDeparture(stage);
    const name = await customerWithTravellers(prepared);
    const { page, complaints } = await stage.as('li.na');
    await page.goto('/desk');
    await arrived(page);

    await tabTo(page, 'textbox', '关键词');
    await page.keyboard.type(prepared.productName.zh);
    await page.keyboard.press('Enter');
    await page.getByText('找到 1 个产品').waitFor();
    await tabTo(page, 'button', `选择 ${prepared.productName.zh}`);
    await page.keyboard.press('Enter');

    await tabTo(page, 'radio', new RegExp(prepared.groupNumber));
    await page.keyboard.press('Enter');

    await tabTo(page, 'combobox', '客户');
    await page.keyboard.type(name);
    await page.locator('.ant-select-item-option:visible').filter({ hasText: name }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, 'spinbutton', /^成人/);
    for (const [key, total] of [
      ['ArrowUp', '¥780.00'],
      ['ArrowDown', '¥520.00'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByText(total).first().waitFor();
    }
    await page.keyboard.press('Enter');

    await page.getByText(/已提交，座位已占/).waitFor();
    await page.getByRole('timer').first().waitFor();
    for (const traveller of [name, '周宁']) {
      await tabTo(page, 'checkbox', new RegExp(traveller));
      await page.keyboard.press('Space');
    }
    await tabTo(page, 'button', '保存出行人并完成');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^HQ-/ }).waitFor();
    await page.getByText('待审核', { exact: true }).waitFor();
    expect(complaints()).toEqual([]);
  });
});

/** Goes on by Tab to something on the page, and no further. */
async function tabTo(
  page: Page,
  role: 'button' | 'checkbox' | 'combobox' | 'radio' | 'spinbutton' | 'textbox',
  name: string | RegExp,
): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  await wanted.waitFor();
  for (let stops = 0; stops < furthest; stops++) {
    if (await wanted.evaluate(hasFocus)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${role} “${String(name)}” is not reached by Tab`);
}

/** Runs in the page. */
const hasFocus = (element: { readonly ownerDocument: { readonly activeElement: unknown } }) =>
  element.ownerDocument.activeElement === element;

/** @returns the customer's name, which nobody else has; they travel with somebody */
async function customerWithTravellers({ cast }: Prepared): Promise<string> {
  const sales = cast.as('sales', newTraceId());
  const mark = String(randomInt(1e8)).padStart(8, '0');
  const zh = `孙${mark}`;
  const customers = '/api/crm/v1/customers';
  const { id } = await sales.post<{ id: string }>(customers, {
    ...{ kind: 'person', name: { zh, en: `Sun ${mark}` }, phone: `+86136${mark}` },
    ...{ locale: 'zh', source: 'walk-in' },
  });
  for (const [name, relation] of [
    [zh, 'self'],
    ['周宁', 'spouse'],
  ] as const)
    await sales.post(`${customers}/${id}/travellers`, {
      ...{ name, relation, birthDate: '1988-02-29', nationality: 'CN' },
    });
  return zh;
}
