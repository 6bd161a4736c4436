import { Flex, Tag } from 'antd';
import { RoleName } from '../../names/roles.tsx';

export function RoleTags({ codes }: { readonly codes: readonly string[] }) {
  if (codes.length === 0) return <>—</>;
  return (
    <Flex gap={4} wrap>
      {codes.map((code) => (
        <Tag key={code}>
          <RoleName code={code} />
        </Tag>
      ))}
    </Flex>
  );
}
