import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { answer, api, changing } from '../../api/client.ts';
import type { PublicHolidays } from '../../api/gen/booking.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { Itemised } from '../../patterns/itemised.tsx';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { texts as patternTexts } from '../../patterns/texts.ts';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { daysIn, rangesOf } from './holiday-rows.ts';
import { NumberField } from './number-field.tsx';
import { RuleCard } from './rule-card.tsx';
import { texts } from './texts.ts';

/** The days refunds are reckoned by: those that came with the system, and the years entered here. */
export function PublicHolidaysCard() {
  const t = texts.use();
  const query = useQuery({
    queryKey: ['booking', 'public-holidays'],
    queryFn: ({ signal }) => answer(api.booking.GET('/v1/public-holidays', { signal })),
  });
  return (
    <RuleCard
      title={t('holidays')}
      why={t('holidaysWhy')}
      query={query}
      maySet={useMay()('booking.rules.set')}
      form={(holidays, open, onClose) => <EnterYear shown={holidays} {...{ open, onClose }} />}
    >
      {({ years }) => (
        <Itemised
          label={t('holidays')}
          rows={years}
          rowKey={({ year }) => year}
          columns={[
            { title: t('year'), dataIndex: 'year' },
            { title: t('daysOff'), render: (_, { off }) => <Days of={off} /> },
            { title: t('daysWorked'), render: (_, { worked }) => <Days of={worked} /> },
            { title: t('source'), render: (_, { source }) => t(`holidays-${source}`) },
          ]}
        />
      )}
    </RuleCard>
  );
}

/** Many days in few words, over more than one line. */
function Days({ of }: { readonly of: readonly string[] }) {
  return <div style={{ maxWidth: 320, whiteSpace: 'normal' }}>{rangesOf(of).join(' · ')}</div>;
}

interface YearForm {
  readonly year: number;
  readonly rows: string;
}

function EnterYear({
  shown,
  open,
  onClose,
}: {
  readonly shown: PublicHolidays;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const t = texts.use();
  const { version, years } = useAsOpened(shown, open);
  const [form] = Form.useForm<YearForm>();
  const { check, change } = useEntering(version);
  const found = check.data;
  return (
    <FormDrawer<YearForm>
      title={t('holidays')}
      name="public-holidays"
      version={version}
      {...{ open, onClose, form, change }}
      initial={{ year: Number(years[0]?.year ?? 2026) + 1, rows: '' }}
    >
      <NumberField name="year" label={t('year')} min={2024} max={2099} />
      <Form.Item
        name="rows"
        label={t('holidayRows')}
        extra={t('holidayRowsHint')}
        rules={[
          { required: true, message: patternTexts.say('required') },
          {
            validator: (_rule, rows: string = '') => {
              const read = daysIn(rows);
              return 'wrongLine' in read
                ? Promise.reject(new Error(t('holidayRowWrong', { line: read.wrongLine })))
                : Promise.resolve();
            },
          },
        ]}
      >
        <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} maxLength={6_000} />
      </Form.Item>
      <ProblemAlert problem={check.error} />
      {found && (
        <Alert
          type="success"
          showIcon
          title={t('rowsFit', { off: found.off.length, worked: found.worked.length })}
          style={{ marginBottom: 16 }}
        />
      )}
      <Button
        loading={check.isPending}
        onClick={() =>
          void form.validateFields().then(
            (said) => check.mutate(said),
            () => undefined, // what is wrong stands at its field
          )
        }
      >
        {t('checkRows')}
      </Button>
    </FormDrawer>
  );
}

/** Checking the rows, and entering them. */
function useEntering(version: number) {
  const t = texts.use();
  const send =
    (dryRun: boolean) =>
    ({ year, rows }: YearForm, key: string) => {
      const read = daysIn(rows);
      return answer(
        api.booking.PUT('/v1/public-holidays/{year}', {
          params: { path: { year: String(year) }, query: { dryRun } },
          body: { days: 'days' in read ? read.days : [] },
          headers: changing(key, version),
        }),
      );
    };
  const check = useChange(send(true), { touches: [] });
  const change = useChange(send(false), { touches: [['booking', 'public-holidays']], done: t('saved') });
  return { check, change };
}
