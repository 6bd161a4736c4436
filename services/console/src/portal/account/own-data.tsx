import { Button } from 'antd';
import { askGateway } from '../../api/gateway.ts';
import { Refusal, refusalOf } from '../../api/refusal.ts';
import { todayIn } from '../../format/dates.ts';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { saveFile } from '../../patterns/save-file.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMe } from '../../session/me.ts';
import { gatherOwnData, type Answer } from './own-data.ts';
import { texts } from './texts.ts';

/** A copy of what the agency keeps of the customer, as a file: everybody may have one (个人信息保护法 art. 45). */
export function OwnData() {
  const t = texts.use();
  const { code, timeZone } = useMe().agency;
  const copy = useChange(
    async () => {
      const data = await gatherOwnData(readAnswer);
      const file = new Blob([JSON.stringify(data, undefined, 2)], { type: 'application/json' });
      saveFile(file, `${code}-${todayIn(timeZone)}.json`);
    },
    { touches: [] },
  );
  return (
    <section className="panel">
      <h2>{t('ownData')}</h2>
      <p className="quiet">{t('ownDataWhy')}</p>
      <ProblemAlert problem={copy.error} />
      <Button size="large" loading={copy.isPending} onClick={() => copy.mutate(undefined)}>
        {t('ownDataCopy')}
      </Button>
    </section>
  );
}

/** Through the gateway, as whoever is signed in. @throws Refusal, but where there is nothing for them or they may not see it */
async function readAnswer(path: string): Promise<Answer | null> {
  const response = await askGateway(new Request(`${location.origin}/api/${path}`));
  if (response.ok) return (await response.json()) as Answer; // the services answer objects
  const refusal: unknown = await refusalOf(response);
  if (refusal instanceof Refusal && (refusal.status === 403 || refusal.status === 404)) return null;
  throw refusal;
}
