import { PlusOutlined } from '../../patterns/icons.tsx';
import { Button, Card, Flex, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Branch } from '../../api/gen/identity.ts';
import { localText } from '../../format/names.ts';
import { useBranches } from '../../names/names.tsx';
import { Confirm } from '../../patterns/confirm.tsx';
import { Loaded } from '../../patterns/loaded.tsx';
import { Page } from '../../patterns/page.tsx';
import { StateTag } from '../../patterns/state-tag.tsx';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { ChangeBranch, OpenBranch } from './branch-forms.tsx';
import { texts } from './texts.ts';

interface Node extends Branch {
  readonly children?: Node[];
}

/** The agency's branches as the tree they are: reach follows it. */
export function BranchesPage() {
  const t = texts.use();
  const may = useMay();
  const query = useBranches();
  const [opening, setOpening] = useState(false);
  const open = may('identity.branch.open') && (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
      {t('open')}
    </Button>
  );
  return (
    <Page title={t('title')} actions={open}>
      <Card>
        <Loaded query={query}>
          {(branches) => (
            <>
              <BranchTree branches={branches} />
              <OpenBranch branches={branches} open={opening} onClose={() => setOpening(false)} />
            </>
          )}
        </Loaded>
      </Card>
    </Page>
  );
}

/** Those below a branch, each with those below itself. */
function below(branches: readonly Branch[], parentId: string | null): Node[] {
  return branches
    .filter((branch) => branch.parentId === parentId)
    .map((branch) => {
      const children = below(branches, branch.id);
      return { ...branch, ...(children.length > 0 && { children }) };
    });
}

/** Whoever sees a part only sees it from its topmost branch on. */
function treeOf(branches: readonly Branch[]): Node[] {
  const seen = new Set(branches.map(({ id }) => id));
  const tops = branches.filter(({ parentId }) => parentId === null || !seen.has(parentId));
  return tops.map((top) => {
    const children = below(branches, top.id);
    return { ...top, ...(children.length > 0 && { children }) };
  });
}

function BranchTree({ branches }: { readonly branches: readonly Branch[] }) {
  const [changing, setChanging] = useState<Branch>();
  return (
    <>
      <Table<Node>
        rowKey="id"
        pagination={false}
        dataSource={treeOf(branches)}
        scroll={{ x: 'max-content' }}
        expandable={{ defaultExpandAllRows: true }}
        columns={useColumns(setChanging)}
      />
      {changing && (
        <ChangeBranch
          key={changing.id}
          branch={changing}
          branches={branches}
          onClose={() => setChanging(undefined)}
        />
      )}
    </>
  );
}

function useColumns(change: (branch: Branch) => void): TableColumnsType<Node> {
  const t = texts.use();
  const may = useMay();
  return [
    { title: t('name'), render: (_, { name }) => localText(name) },
    { title: t('code'), dataIndex: 'code' },
    { title: t('kind'), render: (_, { kind }) => texts.word(kind) },
    {
      title: t('state'),
      render: (_, { state }) => (
        <StateTag tone={state === 'open' ? 'good' : 'over'}>
          {state === 'open' ? t('openState') : t('closed')}
        </StateTag>
      ),
    },
    {
      title: t('deeds'),
      render: (_, branch) =>
        may('identity.branch.change') && branch.state === 'open' ? (
          <Flex gap="small">
            <Button size="small" onClick={() => change(branch)}>
              {t('change')}
            </Button>
            {branch.parentId !== null && <CloseBranch branch={branch} />}
          </Flex>
        ) : (
          '—'
        ),
    },
  ];
}

function CloseBranch({ branch }: { readonly branch: Branch }) {
  const t = texts.use();
  const change = useChange(
    (branchId: string, key) =>
      answer(
        api.identity.POST('/v1/branches/{branchId}/closing', {
          params: { path: { branchId } },
          headers: changing(key, branch.version),
        }),
      ),
    { touches: [['identity', 'branch']], done: t('closedNow') },
  );
  return (
    <Confirm
      label={t('close')}
      why={t('closeWhy', { name: localText(branch.name) })}
      input={branch.id}
      change={change}
      danger
      button={{ size: 'small' }}
    />
  );
}
