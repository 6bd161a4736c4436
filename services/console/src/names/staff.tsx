import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { inBrackets } from '../format/names.ts';
import { answer, api } from '../api/client.ts';
import { useMay } from '../session/me.ts';

/** The staff within reach who are there now; nobody where the person may not see users. */
export function useStaff() {
  const enabled = useMay()('identity.user.read');
  return useQuery({
    queryKey: ['identity', 'user', 'staff'],
    queryFn: async ({ signal }) => (await answer(api.identity.GET('/v1/users', { signal }))).users,
    select: (users) => users.filter(({ account, state }) => account === 'staff' && state === 'active'),
    enabled,
    staleTime: 60_000,
  });
}

interface StaffInputProps<Value> {
  readonly id?: string;
  readonly value?: Value;
  readonly onChange?: (value: Value) => void;
  /** Who is not to be chosen. */
  readonly without?: readonly string[];
}

/** A field for a member of staff, found by a part of their name. */
export function StaffInput({ id, value, onChange, without = [] }: StaffInputProps<string>) {
  const { options, isPending } = useStaffOptions(without);
  return (
    <Select<string>
      {...(id && { id })}
      {...(value && { value })}
      {...(onChange && { onChange })}
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
    />
  );
}

/** A field for several members of staff. */
export function StaffListInput({ id, value, onChange, without = [] }: StaffInputProps<string[]>) {
  const { options, isPending } = useStaffOptions(without);
  return (
    <Select<string[]>
      {...(id && { id })}
      mode="multiple"
      value={value ?? []}
      {...(onChange && { onChange })}
      loading={isPending}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
    />
  );
}

function useStaffOptions(without: readonly string[]) {
  const { data, isPending, fetchStatus } = useStaff();
  const options = (data ?? [])
    .filter(({ id }) => !without.includes(id))
    .map(({ id, displayName, userName }) => ({ value: id, label: `${displayName}${inBrackets(userName)}` }));
  return { options, isPending: isPending && fetchStatus !== 'idle' };
}
