import type { Page } from 'playwright-core';
import { describe, expect } from 'vitest';
import { arrived, it } from './on-stage.ts';

/** A device of its own that keeps passkeys and whose owner always agrees. */
async function withDevice(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
}

describe('a passkey', () => {
  for (const [login, account, signIn] of [
    ['chen.jie', '/account?tab=sign-in', '/sign-in'],
    ['wang', '/portal/account', '/portal/sign-in'],
  ] as const)
    it(
      `is added by ${login} and signs them in again without a password`,
      { timeout: 120_000 },
      async ({ stage }) => {
        const { page, complaints } = await stage.as(login);
        await withDevice(page);
        await page.goto(account);
        await arrived(page);
        await page.getByRole('button', { name: '添加通行密钥' }).click();
        const dialog = page.getByRole('dialog');
        await dialog.getByLabel('名称').fill('前台电脑');
        await dialog.getByLabel('当前密码').fill(stage.password);
        await dialog.getByRole('button', { name: '继续' }).click();
        await page.getByText('尚未使用').waitFor();

        await page.context().clearCookies();
        await page.goto(`${signIn}?agency=${stage.agency}`);
        await page.getByRole('button', { name: '使用通行密钥登录' }).click();
        await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'));
        await page.goto(account);
        await arrived(page);
        await page.getByText(/仅此设备.*最近使用/).waitFor();
        expect(complaints()).toEqual([]);
      },
    );
});
