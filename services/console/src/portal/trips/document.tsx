import { DownloadOutlined } from '../../patterns/icons.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { ProblemAlert } from '../../patterns/problem-alert.tsx';
import { saveFile } from '../../patterns/save-file.ts';
import { texts } from './texts.ts';

/** A paper to keep, in a list: what it is, and its download. */
export function Document({
  name,
  detail,
  load,
}: {
  readonly name: string;
  readonly detail: string;
  readonly load: () => Promise<Blob>;
}) {
  const t = texts.use();
  const download = useMutation({ mutationFn: load, onSuccess: (file) => saveFile(file, `${name}.pdf`) });
  return (
    <li className="document">
      <span>
        {name} <small className="quiet">{detail}</small>
        <ProblemAlert problem={download.error} />
      </span>
      <Button
        icon={<DownloadOutlined />}
        size="large"
        aria-label={t('downloadOf', { what: name })}
        loading={download.isPending}
        onClick={() => download.mutate()}
      >
        {t('download')}
      </Button>
    </li>
  );
}
