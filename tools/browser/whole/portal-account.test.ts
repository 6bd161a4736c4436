import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { mailTo, tokenIn } from '../../story/mail.ts';
import { arrived, it } from './on-stage.ts';

describe('an account of a customer’s own', () => {
  it('is opened with consent, confirmed by e-mail and signed in to, on a phone', async ({ stage }) => {
    const mark = String(randomInt(1e8)).padStart(8, '0');
    const email = `shen.${mark}@customer.example`;
    const password = `lake-boat-${mark}`;
    const { page, complaints } = await stage.visit({ width: 390 });
    await page.goto(`/portal/sign-in?agency=${stage.agency}`);
    await page.getByRole('link', { name: '注册' }).click();
    await page.getByLabel('姓名', { exact: true }).fill('沈清');
    await page.getByLabel('用户名').fill(`shen.${mark}`);
    await page.getByLabel('邮箱').fill(email);
    await page.getByLabel('手机号').fill(`+86135${mark}`);
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByLabel('再次输入密码').fill(password);
    await page.getByRole('button', { name: '注册', exact: true }).click();
    await expect.poll(() => page.getByText('需要同意后才能注册').count()).toBe(2);
    await readAndAccept(page, '服务条款');
    await readAndAccept(page, '隐私政策');
    await page.getByRole('button', { name: '注册', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '请查收邮件' }).waitFor();

    const token = tokenIn(await mailTo(stage.stage, email, /注册/));
    await page.goto(`/links/registration?token=${token}&lang=zh`);
    await page.getByRole('button', { name: '确认', exact: true }).click();
    await page.getByRole('link', { name: /登录/ }).click();
    await page.getByLabel('用户名、邮箱或手机号').fill(email);
    await page.getByLabel('密码', { exact: true }).fill(password);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('navigation').getByRole('link', { name: '我的', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: '我的' }).waitFor();
    await page
      .getByText(/^版本 .*同意$/)
      .first()
      .waitFor();
    expect(complaints()).toEqual([]);
  });

  it('says what is kept of its holder, takes what they change, and gives them a copy', async ({ stage }) => {
    const { page, complaints } = await stage.as('wang');
    await page.goto('/portal/account');
    await arrived(page);
    const address = `杭州市西湖区 ${randomInt(1e6)} 号`;
    await page.getByRole('button', { name: '修改联系方式与偏好' }).click();
    await page.getByLabel('地址').fill(address);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(address).waitFor();
    await agreeAndWithdraw(page);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '下载我的资料' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(new RegExp(`^${stage.agency}-.*\\.json$`));
    const copy = await readFile(await file.path(), 'utf8');
    expect(copy).toContain(address);
    expect(complaints()).toEqual([]);
  });
});

/** The whole of a text is read before it is agreed to. */
async function readAndAccept(page: Page, title: string): Promise<void> {
  const accept = page.getByRole('checkbox', { name: new RegExp(title) });
  const part = page.locator('.entry-field').filter({ has: accept });
  await part.getByRole('button', { name: '阅读全文' }).click();
  const text = page.getByRole('dialog');
  await text.getByText(/演示文本/).waitFor();
  await page.keyboard.press('Escape');
  await text.waitFor({ state: 'hidden' });
  await accept.check();
}

/** To offers by text message, for a moment. */
async function agreeAndWithdraw(page: Page): Promise<void> {
  await page.getByRole('button', { name: '同意: 短信' }).click();
  await page.getByRole('button', { name: '撤回同意: 短信' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: '短信' })
    .getByText(/^未同意，.* 撤回$/)
    .waitFor();
}
