import { randomInt } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { arrived, it, unexpected } from './on-stage.ts';
import { placeOrder, prepareDeparture } from './prepared.ts';

describe('two people at once', () => {
  it('see what the other one does without a reload', async ({ stage }) => {
    const prepared = await prepareDeparture(stage);
    const reviewer = await stage.as('zhang.wei');
    const listening = streamOf(reviewer.page);
    await reviewer.page.goto('/reviews');
    await arrived(reviewer.page);
    await listening;
    const { id, number } = await placeOrder(prepared);
    const approve = reviewer.page.getByRole('button', { name: `通过 ${number}` });
    await approve.waitFor();

    const author = await stage.as('li.na');
    const authorListens = streamOf(author.page);
    await author.page.goto(`/orders/${id}`);
    await author.page.getByRole('heading', { name: number }).waitFor();
    await author.page.getByText('待审核', { exact: true }).waitFor();
    await authorListens;
    await approve.click();
    await reviewer.page.getByRole('dialog').getByRole('button', { name: '审核通过' }).click();
    await author.page.getByText('待付款', { exact: true }).waitFor();
    await approve.waitFor({ state: 'detached' });
    expect([...reviewer.complaints(), ...author.complaints()]).toEqual([]);
  });
});

describe('a session', () => {
  it('is renewed once where two tabs meet its expired token', async ({ stage }) => {
    const { page, complaints } = await stage.as('li.na');
    const other = await page.context().newPage();
    for (const tab of [page, other]) {
      await tab.goto('/');
      await arrived(tab);
    }
    const renewals: string[] = [];
    page.context().on('request', (request) => {
      if (request.url().endsWith('/session/refresh')) renewals.push(request.url());
    });
    await page.context().clearCookies({ name: /access/ });
    await Promise.all([
      page.getByRole('link', { name: '客户', exact: true }).click(),
      other.getByRole('link', { name: '订单', exact: true }).click(),
    ]);
    for (const tab of [page, other]) {
      await tab.locator('tbody a').first().waitFor();
      await arrived(tab);
    }
    expect(renewals.length).toBe(1);
    expect(unexpected(complaints())).toEqual([]);
  });

  it('that has ended asks for a sign-in above the page and loses nothing that was entered', async ({
    stage,
  }) => {
    const { page, complaints } = await stage.as('li.na');
    await page.goto('/customers');
    await page.getByRole('button', { name: '新增客户' }).click();
    const form = page.getByRole('dialog', { name: '新增客户' });
    const name = `赵${randomInt(1e9)}`;
    await form.getByLabel('中文姓名').fill(name);
    await page.context().clearCookies();
    await form.getByRole('button', { name: '保存' }).click();
    const signIn = page.getByRole('dialog', { name: '登录已过期' });
    await signIn.getByLabel('机构代码').fill(stage.agency);
    await signIn.getByLabel('用户名、邮箱或手机号').fill('li.na');
    await signIn.getByLabel('密码', { exact: true }).fill(stage.password);
    await signIn.getByRole('button', { name: '登录', exact: true }).click();
    await signIn.waitFor({ state: 'hidden' });
    expect(await form.getByLabel('中文姓名').inputValue()).toBe(name);
    await form.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(unexpected(complaints())).toEqual([]);
  });
});

/** Resolves when a page listens for what others change. */
const streamOf = (page: Page): Promise<unknown> =>
  page.waitForResponse((response) => response.url().includes('/v1/live?'));
