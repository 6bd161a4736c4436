import type { Content } from '../content.ts';
import type { AccountLetterKey } from '../variables.ts';
import { button, letter, paragraph } from './letter.ts';

const greeting = '{{name}}，您好！';
const valid = paragraph('链接有效期至 {{linkExpiresAt}}，只能使用一次，请勿转发。');
const ignore = '如果这不是您本人的操作，请忽略本邮件，无需任何处理。';

/** Letters about accounts in Chinese. */
export const aboutAccountsZh: Readonly<Record<AccountLetterKey, Content>> = {
  invitation: letter({
    subject: '{{agencyName}}邀请您加入',
    heading: '开通您的员工账号',
    greeting,
    body: [
      paragraph('{{agencyName}}邀请您使用易途系统。请打开以下链接，设置您的用户名和密码。'),
      button('接受邀请'),
      valid,
    ],
    contact: '如果您不认识我们，请忽略本邮件。',
  }),
  registration: letter({
    subject: '请确认您在{{agencyName}}的注册',
    heading: '还差一步，即可完成注册',
    greeting,
    body: [
      paragraph('感谢您在{{agencyName}}注册。请打开以下链接确认您的邮箱，账号随即开通。'),
      button('确认邮箱'),
      valid,
    ],
    contact: ignore,
  }),
  'registration-attempt': letter({
    subject: '有人使用您的资料在{{agencyName}}注册',
    heading: '您已有账号',
    greeting,
    body: [
      paragraph(
        '刚才有人使用与您相同的邮箱、手机号或用户名在{{agencyName}}注册。您的账号没有任何变化，对方也不会得知您有账号。',
      ),
      paragraph('如果是您本人，请直接登录；忘记密码时，可在登录页重新设置。'),
    ],
    contact: ignore,
  }),
  'registration-refused': letter({
    subject: '您在{{agencyName}}的注册未能完成',
    heading: '注册未能完成',
    greeting,
    body: [
      paragraph('很抱歉，使用所填的资料无法开通账号。请换一个用户名重新注册，或联系我们的门市为您办理。'),
    ],
    contact: ignore,
  }),
  'password-reset': letter({
    subject: '重新设置您在{{agencyName}}的密码',
    heading: '重新设置密码',
    greeting,
    body: [
      paragraph(
        '我们收到了重新设置密码的请求。请打开以下链接设置新密码；设置后，您在所有设备上都需要重新登录。',
      ),
      button('设置新密码'),
      valid,
    ],
    contact: '如果您没有提出请求，请忽略本邮件，您的密码不会改变。',
  }),
  'email-change': letter({
    subject: '请确认您的新邮箱',
    heading: '确认新邮箱',
    greeting,
    body: [
      paragraph('您希望把在{{agencyName}}的账号邮箱改为本邮箱。请打开以下链接确认。'),
      button('确认新邮箱'),
      valid,
    ],
    contact: ignore,
  }),
  'email-change-notice': letter({
    subject: '您在{{agencyName}}的账号邮箱即将更改',
    heading: '账号邮箱即将更改',
    greeting,
    body: [
      paragraph('有人在您的账号中提出更换邮箱。新邮箱确认后，我们将不再使用本邮箱。'),
      paragraph('如果这不是您本人的操作，请立即修改密码，并联系我们的门市。'),
    ],
    contact: '如果是您本人的操作，无需任何处理。',
  }),
};
