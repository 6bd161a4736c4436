import { defineErrors } from '@yitu/kernel';

export const roleErrors = defineErrors('identity', {
  noSuchRole: { status: 422, zh: '没有“{role}”这个角色。', en: 'There is no role {role}.' },
  roleBeyondOwn: {
    status: 403,
    zh: '“{role}”角色的权限超出您自己的权限，不能授予。',
    en: 'The role {role} permits more than you may do yourself; you cannot give it.',
  },
  grantBeyondOwn: {
    status: 403,
    zh: '“{permission}”超出您自己的权限，不能授予或收回。',
    en: '{permission} is more than you may do yourself; you can neither give nor take it.',
  },
  grantEndsBeforeNow: {
    status: 422,
    zh: '授权的截止时间必须晚于现在。',
    en: 'A grant must end later than now.',
  },
  unknownPermission: {
    status: 422,
    zh: '没有“{permission}”这个权限。',
    en: 'There is no permission {permission}.',
  },
  roleCodeTaken: { status: 409, zh: '该角色代码已被使用。', en: 'This code of a role is taken.' },
  builtInRole: {
    status: 409,
    zh: '内置角色不能更改或删除，请复制后再编辑。',
    en: 'Built-in roles can be neither changed nor removed; make a copy and change that.',
  },
  roleGiven: {
    status: 409,
    zh: '仍有 {count} 名员工拥有该角色或受邀担任，不能删除。',
    en: 'The role cannot be removed: {count} people have it or are invited to have it.',
  },
  notYourOwnRole: {
    status: 409,
    zh: '不能更改自己拥有的角色，请由其他管理员办理。',
    en: 'You cannot change a role you have yourself; ask another administrator.',
  },
});
