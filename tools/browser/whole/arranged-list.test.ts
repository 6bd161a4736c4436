import { describe, expect } from 'vitest';
import { arrived, it } from './on-stage.ts';

describe('a list', () => {
  it('is arranged by whoever reads it, stays so, and is plain again when they wish', async ({ stage }) => {
    const { page, complaints } = await stage.as('li.na');
    await page.goto('/orders');
    await arrived(page);
    const heads = () => page.locator('thead th').allInnerTexts();
    const plain = await heads();
    expect(plain.length).toBeGreaterThan(4);
    await page.getByRole('button', { name: '自定义列' }).click();
    await page.getByRole('button', { name: '显示哪些列' }).press('Enter');
    const third = plain[2] ?? '';
    const choice = page.locator('.ant-pro-table-column-setting-list').getByRole('treeitem', { name: third });
    await choice.getByRole('checkbox').click();
    await page.locator('thead').getByText(third, { exact: true }).waitFor({ state: 'detached' });
    await page.reload();
    await arrived(page);
    await page.getByRole('button', { name: '恢复默认表格' }).waitFor();
    expect(await heads()).not.toContain(third);
    await page.getByRole('button', { name: '恢复默认表格' }).click();
    await page.getByRole('button', { name: '自定义列' }).waitFor();
    expect(await heads()).toEqual(plain);
    expect(complaints()).toEqual([]);
  });
});
