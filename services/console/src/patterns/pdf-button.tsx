import { FilePdfOutlined } from './icons.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { notices } from '../frame/notices.tsx';
import { describe } from './problem-alert.tsx';
import { saveFile } from './save-file.ts';

/** Makes a paper and gives it as a download. */
export function PdfButton({
  label,
  name,
  ask,
}: {
  readonly label: string;
  /** Of the file, without its ending. */
  readonly name: string;
  readonly ask: () => Promise<Blob>;
}) {
  const making = useMutation({
    mutationFn: ask,
    onSuccess: (file) => saveFile(file, `${name}.pdf`),
    onError: (error) => void notices.error(describe(error).title),
  });
  return (
    <Button icon={<FilePdfOutlined />} loading={making.isPending} onClick={() => making.mutate()}>
      {label}
    </Button>
  );
}
