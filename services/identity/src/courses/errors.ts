import { defineErrors } from '@yitu/kernel';

export const courseErrors = defineErrors('identity', {
  courseCodeTaken: { status: 409, zh: '该课程代码已被使用。', en: 'This course code is taken.' },
  noSuchCourse: { status: 422, zh: '没有“{course}”这门课程。', en: 'There is no course {course}.' },
  notYet: { status: 422, zh: '日期不能晚于今天。', en: 'The date lies in the future.' },
  ownAssessment: {
    status: 409,
    zh: '不能登记自己的考核成绩，请由他人登记。',
    en: 'You cannot record your own assessment; somebody else has to.',
  },
  courseRequired: {
    status: 422,
    zh: '授予“{role}”角色前，须持有以下课程的有效证书：{courses}。',
    en: 'The role {role} needs a valid certificate of: {courses}.',
  },
  administratorsKeepAccess: {
    status: 422,
    zh: '管理员的角色不能随课程证书到期而失效，否则可能无人能够恢复。',
    en: 'Administrators keep their role when a certificate runs out; otherwise nobody might be left to give it back.',
  },
});
