import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CONSOLE } from '../build/console.ts';
import { firstLoads, tooHeavy } from '../build/first-loads.ts';
import { setTheStage, type BrowserStage } from './stage.ts';

let stage: BrowserStage;
beforeAll(async () => {
  stage = await setTheStage();
}, 180_000);
afterAll(() => stage.close());

describe('the console', () => {
  it('loads no more script before its first pages than is promised', () =>
    expect(tooHeavy(firstLoads(CONSOLE))).toEqual([]));

  it('lets a salesperson sign in and find a customer, in Chinese and, switched on the spot, in English', async () => {
    const { page, complaints } = await stage.visit();
    await page.goto('/customers');
    await page.getByLabel('机构代码').fill(stage.agency);
    await page.getByLabel('用户名、邮箱或手机号').fill('li.na');
    await page.getByLabel('密码', { exact: true }).fill(stage.password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    // Back where they wanted to go.
    const customer = page.getByRole('link', { name: /^王/ }).first();
    const name = await customer.textContent();
    await customer.click();
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).textContent(), { timeout: 15_000 })
      .toBe(name);
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => page.getByText('Date of birth').count(), { timeout: 15_000 }).toBe(1);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(complaints()).toEqual([]);
  });
});
