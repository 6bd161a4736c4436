import { describe, expect } from 'vitest';
import { confirm, rowOf } from './hands.ts';
import { arrived, it } from './on-stage.ts';
import { answerRequest, fillUp, makeRoom, prepareDeparture } from './prepared.ts';

describe('a customer in the portal', () => {
  it('finds their agency by its name, and comes to where they wanted to go', async ({ stage }) => {
    const { page, complaints } = await stage.visit({ width: 390 });
    await page.goto('/portal/guides');
    await page.getByLabel('您的旅行社').fill('云栖');
    await page.getByRole('button', { name: '云栖国际旅行社' }).click();
    await page.getByLabel('用户名、邮箱或手机号').fill('wang');
    await page.getByLabel('密码', { exact: true }).fill(stage.password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.waitForURL(/\/portal\/guides$/);
    await arrived(page);
    expect(complaints()).toEqual([]);
  });

  it('looks for departures from a day on, which can be typed as soon as the field is there', async ({
    stage,
  }) => {
    const { page, complaints } = await stage.as('wang');
    await page.goto('/portal/');
    await arrived(page);
    const from = page.getByLabel('最早出发');
    await from.focus();
    // What shows the days comes with the first visit to the field, and takes its place under whoever stands in it.
    await page.locator('.ant-picker-focused').waitFor();
    await page.keyboard.type('2026-12-20');
    await page.keyboard.press('Enter');
    await page.waitForURL(/[?&]from=2026-12-20/);
    await page.getByRole('button', { name: '清除筛选' }).waitFor();
    expect(complaints()).toEqual([]);
  });

  it('asks for a quotation, reads it, accepts it and orders at its price', async ({ stage }) => {
    const prepared = await prepareDeparture(stage);
    const { page, complaints } = await stage.as('wang');
    await page.goto(`/portal/products/${prepared.productId}`);
    await page.getByRole('link', { name: '询价' }).click();
    await page.getByLabel('几人出行').fill('2');
    await page.getByLabel('哪个团期').selectOption(prepared.departureId);
    await page.getByLabel(/^其他需求/).fill('希望下午出发');
    await page.getByRole('button', { name: '提交询价' }).click();
    const asked = page.getByRole('listitem').filter({ hasText: prepared.productName.zh });
    await asked.getByText('等待答复').waitFor();

    await answerRequest(stage, prepared);
    await page.reload();
    await page.getByRole('link', { name: prepared.productName.zh }).click();
    expect(await rowOf(page, '合计')).toContain('¥480.00');
    await arrived(page);
    await page.getByText('待您答复').waitFor();
    await page.getByText(/^有效期至/).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^(download )?下载/ }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);

    await confirm(page, '接受报价');
    await page.getByRole('button', { name: '提交订单' }).click();
    await page.getByRole('heading', { name: '费用明细' }).waitFor();
    await page.getByText('审核中', { exact: true }).waitFor();
    expect(await rowOf(page, '合计')).toContain('¥480.00');
    await confirm(page, '撤回订单');
    expect(complaints()).toEqual([]);
  });

  it('waits for seats of a full departure on a phone, and takes them when they come free', async ({
    stage,
  }) => {
    const prepared = await prepareDeparture(stage);
    await fillUp(prepared);
    const { page, complaints } = await stage.as('wang', { width: 390 });
    await page.goto(`/portal/products/${prepared.productId}`);
    await page.getByText('已满').waitFor();
    await page.getByRole('link', { name: /^排队候补/ }).click();
    await page.getByRole('button', { name: '加入候补' }).click();
    const entry = page.getByRole('listitem').filter({ hasText: prepared.productName.zh });
    await entry.getByText('排在第 1 位').waitFor();

    await makeRoom(prepared);
    await entry.getByText('有名额了').waitFor();
    await entry.getByRole('timer').waitFor();
    await entry.getByRole('button', { name: '接受并下单' }).click();
    await page.getByRole('heading', { name: '费用明细' }).waitFor();
    await page.getByText('审核中', { exact: true }).waitFor();
    await confirm(page, '撤回订单');
    await page.goto('/portal/waiting');
    await entry.getByText('已接受').waitFor();
    expect(complaints()).toEqual([]);
  });
});
