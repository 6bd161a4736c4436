import { assemble, demoPassword, foundAgency, roles, type AgencyPlan, type Stage } from './cast.ts';
import { numberOfSteps, playMainJob } from './main-job.ts';

/** The two agencies of the demo; neither sees anything of the other. The second one's order is left waiting for payment. */
export const agencies: readonly [AgencyPlan, AgencyPlan] = [
  {
    code: 'yunqi',
    name: { zh: '云栖国际旅行社', en: 'Yunqi International Travel' },
    branch: { code: 'SZ', kind: 'owned', name: { zh: '深圳分社', en: 'Shenzhen branch' } },
  },
  {
    code: 'nanfeng',
    name: { zh: '南风假期', en: 'Nanfeng Holidays' },
    branch: { code: 'GZ', kind: 'franchise', name: { zh: '广州加盟店', en: 'Guangzhou franchise' } },
  },
];

interface DemoInput {
  readonly gatewayUrl: string;
  readonly operatorSecret: string;
  readonly mailSinkUrl: string;
  readonly log: (line: string) => void;
}

/**
 * Fills an empty system: two agencies with their people, the main job played to its end in one and up to the review in the other, all through the public API.
 * @returns lines for people: who can sign in and how @throws when a step fails
 */
export async function fillDemo({
  gatewayUrl,
  operatorSecret,
  mailSinkUrl,
  log,
}: DemoInput): Promise<string[]> {
  const stage: Stage = { origin: gatewayUrl, operatorSecret, mailUrl: mailSinkUrl };
  await Promise.all(agencies.map((plan) => foundAgency(stage, plan)));
  const wanted = [numberOfSteps, 4];
  const played = await Promise.all(
    agencies.map(async ({ code }, index) =>
      playMainJob(stage, await assemble(stage, code), (line) => log(`${code} ${line}`), wanted[index]),
    ),
  );
  if (played.some((steps, index) => steps !== wanted[index]))
    throw new Error('the main job did not come to its end');
  return [
    `Agencies: ${agencies.map(({ code, name }) => `${code} (${name.zh})`).join(', ')}`,
    ...Object.values(roles).map(
      ({ userName, displayName, roles: held }) =>
        `  ${userName.padEnd(12)} ${displayName}  ${held.join(', ')}`,
    ),
    `  ${'admin'.padEnd(12)} 管理员  system-administrator`,
    `Password of all of them: ${demoPassword(stage)}`,
  ];
}
