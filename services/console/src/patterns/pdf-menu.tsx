import { DownOutlined, FilePdfOutlined } from './icons.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button, Dropdown } from 'antd';
import { notices } from '../frame/notices.tsx';
import { describe } from './problem-alert.tsx';
import { saveFile } from './save-file.ts';

/** One edition of a paper. */
export interface Paper {
  readonly key: string;
  readonly label: string;
  /** Of the file, without its ending. */
  readonly name: string;
  readonly ask: () => Promise<Blob>;
}

/** Makes one of several editions of a paper (languages, with cost or without) and gives it as a download. */
export function PdfMenu({ label, papers }: { readonly label: string; readonly papers: readonly Paper[] }) {
  const making = useMutation({
    mutationFn: async ({ name, ask }: Paper) => saveFile(await ask(), `${name}.pdf`),
    onError: (error) => void notices.error(describe(error).title),
  });
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: papers.map((paper) => ({ key: paper.key, label: paper.label })),
        onClick: ({ key }) => {
          const paper = papers.find((one) => one.key === key);
          if (paper) making.mutate(paper);
        },
      }}
    >
      <Button icon={<FilePdfOutlined />} loading={making.isPending}>
        {label} <DownOutlined />
      </Button>
    </Dropdown>
  );
}
