import type { FieldProblem, LocalDate, Texts } from '@yitu/kernel';

/** A course a role asks for, and the last day of the person's best certificate of it. */
export interface RequiredCourse {
  readonly role: string;
  readonly code: string;
  readonly name: Texts;
  readonly validUntil: LocalDate | null;
}

/** What is missing, one problem for each role and course; empty when nothing is. @param today at the agency */
export function decideRequired(
  required: readonly RequiredCourse[],
  today: LocalDate,
): (FieldProblem & { role: string; course: string })[] {
  return required
    .filter(({ validUntil }) => validUntil === null || validUntil < today)
    .map(({ role, code, name, validUntil }) => ({
      role,
      course: code,
      field: '/body/roles',
      rule: 'valid-course',
      message: {
        zh: `“${role}”角色要求课程“${name.zh}”（${code}）：${validUntil === null ? '尚未通过考核' : `证书已于 ${validUntil} 到期`}`,
        en: `the role ${role} needs the course ${name.en} (${code}): ${validUntil === null ? 'not passed yet' : `the certificate ran out on ${validUntil}`}`,
      },
    }));
}
