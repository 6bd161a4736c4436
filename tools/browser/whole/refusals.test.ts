import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { newTraceId } from '../../story/api.ts';
import { arrived, it } from './on-stage.ts';
import { placeOrder, prepareDeparture } from './prepared.ts';

/** Of a request that is refused the browser says so by itself. */
const but = (status: number, complaints: readonly string[]): string[] =>
  complaints.filter((one) => !one.includes(`status of ${status}`));

describe('what is refused', () => {
  it('is said of a wrong password, and who it was stays', async ({ stage }) => {
    const { page, complaints } = await stage.visit();
    await page.goto('/');
    await page.getByLabel('机构代码').fill(stage.agency);
    await page.getByLabel('用户名、邮箱或手机号').fill('zhang.wei');
    await page.getByLabel('密码', { exact: true }).fill('wrong-wrong-wrong');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: '不正确' }).waitFor();
    expect(await page.getByLabel('用户名、邮箱或手机号').inputValue()).toBe('zhang.wei');
    expect(but(401, complaints())).toEqual([]);
  });

  it('is said of a page that is beyond somebody’s rights, and its way is not in the menu', async ({
    stage,
  }) => {
    const { page, complaints } = await stage.as('li.na');
    await page.goto('/audit');
    await page.getByText('没有权限').first().waitFor();
    expect(await page.getByRole('link', { name: '审计记录' }).count()).toBe(0);
    expect(but(403, complaints())).toEqual([]);
  });

  it('is not offered: an author does not approve their own order', async ({ stage }) => {
    const { id, number } = await placeOrder(await prepareDeparture(stage));
    for (const [login, offered] of [
      ['li.na', 0],
      ['zhang.wei', 1],
    ] as const) {
      const { page, complaints } = await stage.as(login);
      await page.goto(`/orders/${id}`);
      await page.getByRole('heading', { level: 1, name: number }).waitFor();
      await arrived(page);
      expect(await page.getByRole('button', { name: '审核通过' }).count()).toBe(offered);
      expect(complaints()).toEqual([]);
    }
  });

  it('is what would overwrite somebody else’s change', async ({ stage }) => {
    const { cast } = await prepareDeparture(stage);
    const sales = cast.as('sales', newTraceId());
    const mark = String(Date.now()).slice(-8);
    const path = '/api/crm/v1/customers';
    const name = { zh: `孙${mark}`, en: `Sun ${mark}` };
    const { id, version } = await sales.post<{ id: string; version: number }>(path, {
      ...{ kind: 'person', name, phone: `+86137${mark}`, locale: 'zh', source: 'walk-in' },
    });
    const { page, complaints } = await stage.as('li.na');
    await page.goto(`/customers/${id}`);
    await page.getByRole('button', { name: '修改', exact: true }).click();
    const form = page.getByRole('dialog', { name: '修改' });
    await form.getByLabel('地址').fill('杭州市西湖区');
    const elsewhere = await stage.as('li.na');
    const changed = await elsewhere.page.context().request.patch(`${path}/${id}`, {
      data: { address: '上海市徐汇区' },
      headers: { origin: stage.origin, 'if-match': `"${version}"` },
    });
    expect(changed.status()).toBe(200);
    // Behind the form the page shows what was entered elsewhere.
    await page.getByText('上海市徐汇区').first().waitFor();
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByRole('dialog', { name: '他人刚刚修改了此记录' }).waitFor();
    await page.getByRole('button', { name: '查看最新内容' }).click();
    const { address } = await sales.get<{ address: string }>(`${path}/${id}`);
    expect(address).toBe('上海市徐汇区');
    expect(but(412, complaints())).toEqual([]);
  });

  it('stands at the field it is about', async ({ stage }) => {
    const { page, complaints } = await stage.as('li.na');
    await page.goto('/customers');
    await page.getByRole('button', { name: '新增客户' }).click();
    const form = page.getByRole('dialog', { name: '新增客户' });
    await form.getByRole('button', { name: '保存' }).click();
    await form.getByText('请至少填写一种姓名').waitFor();
    await form.getByLabel('中文姓名').fill('吴敏');
    await form.getByLabel('邮箱').fill('not an address');
    await form.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => form.getByLabel('邮箱').getAttribute('aria-invalid')).toBe('true');
    expect(await form.getByLabel('中文姓名').inputValue()).toBe('吴敏');
    expect(but(422, but(400, complaints()))).toEqual([]);
  });

  it('is an address where nothing is', async ({ stage }) => {
    const { page, complaints } = await stage.as('li.na');
    await page.goto('/nowhere');
    await page.getByText('找不到此页面').waitFor();
    await page.getByRole('link', { name: '返回首页' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.goto(`/customers/${randomUUID()}`);
    await page.getByText('找不到此内容').waitFor();
    expect(but(404, complaints())).toEqual([]);
  });

  it('can be tried again where a service has stopped for a while', async ({ stage }) => {
    const { page, complaints } = await stage.as('zhao.min');
    await page.goto('/orders');
    await arrived(page);
    await stage.world.stop('finance');
    try {
      await page.getByRole('link', { name: '收款', exact: true }).click();
      await page.getByRole('button', { name: '重试' }).waitFor();
    } finally {
      await stage.world.start('finance');
    }
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('heading', { level: 1, name: '收款' }).waitFor();
    await page.locator('tbody a').first().waitFor();
    expect(complaints().filter((one) => !/status of 50[234]/.test(one))).toEqual([]);
  });
});
