import { DownloadOutlined, UploadOutlined } from '../../patterns/icons.tsx';
import { Button, Card, Flex, Form, Radio, Select, Typography, Upload } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { csvFile, saveFile } from '../../patterns/save-file.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { importSources } from './all-sources.ts';
import { importsRoute } from './routes.ts';
import type { Duplicates, ImportSource } from './sources.ts';
import { texts } from './texts.ts';

/** What somebody may take in. */
function useKinds() {
  const may = useMay();
  return importSources
    .filter(({ start }) => may(start))
    .flatMap((source) => source.kinds.filter(({ needs }) => may(needs)).map((kind) => ({ ...kind, source })));
}

/** Begins an import: what, the table to fill in, the file, a trial first. */
export function StartImport() {
  const t = texts.use();
  const kinds = useKinds();
  const { kind: asked } = importsRoute.useSearch();
  const navigate = importsRoute.useNavigate();
  const [file, setFile] = useState<File>();
  const [duplicates, setDuplicates] = useState<Duplicates>('skip');
  const chosen = kinds.find(({ kind }) => kind === asked) ?? kinds[0];
  if (!chosen) return null;
  return (
    <Card title={t('begin')}>
      <Form layout="vertical" requiredMark={false}>
        <Form.Item label={t('kind')} htmlFor="import-kind">
          <Select
            id="import-kind"
            value={chosen.kind}
            options={kinds.map(({ kind }) => ({ value: kind, label: texts.word(kind) }))}
            onChange={(kind: string) => void navigate({ search: { kind }, replace: true })}
            style={{ maxWidth: 320 }}
          />
        </Form.Item>
        <Form.Item label={t('template')}>
          <Template kind={chosen.kind} source={chosen.source} />
        </Form.Item>
        <FileField file={file} onPick={setFile} />
        {chosen.asksDuplicates && <DuplicatesField value={duplicates} onChange={setDuplicates} />}
      </Form>
      <Begin kind={chosen.kind} source={chosen.source} file={file} duplicates={duplicates} />
    </Card>
  );
}

function FileField({
  file,
  onPick,
}: {
  readonly file: File | undefined;
  readonly onPick: (file: File | undefined) => void;
}) {
  const t = texts.use();
  return (
    <Form.Item label={t('file')} extra={t('fileHint')}>
      <Upload
        accept=".csv,.xlsx"
        maxCount={1}
        fileList={file ? [{ uid: 'file', name: file.name }] : []}
        beforeUpload={(picked) => {
          onPick(picked);
          return false; // sent below, once it is said whether this is a trial
        }}
        onRemove={() => onPick(undefined)}
      >
        <Button icon={<UploadOutlined />}>{t('pick')}</Button>
      </Upload>
    </Form.Item>
  );
}

/** What becomes of rows that are known already. */
function DuplicatesField({
  value,
  onChange,
}: {
  readonly value: Duplicates;
  readonly onChange: (value: Duplicates) => void;
}) {
  const t = texts.use();
  return (
    <Form.Item label={t('duplicates')} extra={t('duplicatesHint')}>
      <Radio.Group
        aria-label={t('duplicates')}
        value={value}
        options={[
          { value: 'skip', label: t('skip') },
          { value: 'enter', label: t('enterAll') },
        ]}
        onChange={({ target }) => onChange(target.value === 'enter' ? 'enter' : 'skip')}
      />
    </Form.Item>
  );
}

function Template({ kind, source }: { readonly kind: string; readonly source: ImportSource }) {
  const t = texts.use();
  const fetchIt = useChange(
    // The mark tells Excel that it is UTF-8.
    async (which: string) => saveFile(csvFile(await source.template(which)), `${which}.csv`),
    { touches: [] },
  );
  return (
    <>
      <ProblemAlert problem={fetchIt.error} />
      <Button icon={<DownloadOutlined />} loading={fetchIt.isPending} onClick={() => fetchIt.mutate(kind)}>
        {t('downloadTemplate')}
      </Button>
    </>
  );
}

/** Which file it is, for the key of the attempt: a file itself cannot be compared. */
interface Attempt {
  readonly kind: string;
  readonly dryRun: boolean;
  readonly duplicates: Duplicates;
  readonly named: string;
  readonly file: File;
}

function Begin({
  kind,
  source,
  file,
  duplicates,
}: {
  readonly kind: string;
  readonly source: ImportSource;
  readonly file: File | undefined;
  readonly duplicates: Duplicates;
}) {
  const t = texts.use();
  const begin = useChange(({ named: _named, ...started }: Attempt, key) => source.begin(started, key), {
    touches: [[source.service, 'import']],
    done: t('begun'),
  });
  const start = (dryRun: boolean) => {
    if (!file) return;
    begin.mutate({ kind, dryRun, duplicates, file, named: `${file.name} ${file.size} ${file.lastModified}` });
  };
  return (
    <>
      <ProblemAlert problem={begin.error} />
      <Flex gap="small" wrap align="center">
        <Button type="primary" disabled={!file} loading={begin.isPending} onClick={() => start(true)}>
          {t('tryFirst')}
        </Button>
        <Button disabled={!file} loading={begin.isPending} onClick={() => start(false)}>
          {t('takeIn')}
        </Button>
        <Typography.Text type="secondary">{t('tryWhy')}</Typography.Text>
      </Flex>
    </>
  );
}
