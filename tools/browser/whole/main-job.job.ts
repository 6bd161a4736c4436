import { randomInt } from 'node:crypto';
import { newTraceId } from '../../story/api.ts';
import type { BrowserStage } from '../stage.ts';
import { words, type Words } from './main-job.words.ts';
import { prepareDeparture, type Prepared } from './prepared.ts';

/** One playing of it: in which language, about which departure, for which customer. */
export interface Job {
  readonly stage: BrowserStage;
  readonly locale: 'zh' | 'en';
  readonly say: Words;
  readonly prepared: Prepared;
  /** Digits that nobody else has in their name, address and number. */
  readonly mark: string;
  readonly email: string;
  readonly guide: string;
}

/** A departure of today, and a guide who is free, are there before. */
export async function beginJob(stage: BrowserStage, locale: 'zh' | 'en'): Promise<Job> {
  const prepared = await prepareDeparture(stage);
  const mark = String(randomInt(1e8)).padStart(8, '0');
  const administrator = prepared.cast.as('administrator', newTraceId());
  const { user } = await administrator.get<{ user: { branchId: string } }>('/api/identity/v1/me');
  const guide = `Guide ${mark}`;
  await administrator.post('/api/identity/v1/users', {
    ...{ userName: `guide.${mark}`, displayName: guide, email: `guide.${mark}@guides.example` },
    ...{ locale, roles: ['guide'], branchId: user.branchId, password: stage.password },
  });
  const email = `qian.${mark}@customer.example`;
  return { stage, locale, say: words[locale], prepared, mark, email, guide };
}
