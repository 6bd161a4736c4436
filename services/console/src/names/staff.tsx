import type { QueryKey } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { inBrackets } from '../format/names.ts';
import { Choose, ChooseSeveral, type Choice, type ChosenField } from '../patterns/choose.tsx';
import { useMay } from '../session/me.ts';
import { UserName, useUserName } from './names.tsx';

/** Which of the staff are to be chosen from. */
interface StaffWithin {
  /** Who is not to be chosen. */
  readonly without?: readonly string[];
  /** Only who holds the role of this code. */
  readonly role?: string;
}

/** How many are found at once: whoever is not among them is found by more of the name. */
const limit = 50;

/** Members of staff within reach who are there now, found by the service; nobody where the person may not see users. */
function useStaffSearch({ without = [], role }: StaffWithin) {
  const may = useMay()('identity.user.read');
  const queryKey: QueryKey = ['identity', 'user', 'staff', { without, role }];
  const ask = async (text: string, signal: AbortSignal): Promise<Choice[]> => {
    if (!may) return [];
    const q = text.trim();
    const query = {
      account: 'staff',
      state: 'active',
      limit,
      ...(role && { role }),
      ...(q && { q }),
    } as const;
    const { users } = await answer(api.identity.GET('/v1/users', { params: { query }, signal }));
    return users
      .filter(({ id }) => !without.includes(id))
      .map(({ id, displayName, userName }) => ({
        value: id,
        label: `${displayName}${inBrackets(userName)}`,
      }));
  };
  return { queryKey, ask };
}

/** A field for a member of staff, found by a part of the name, the login or the address. */
export function StaffInput({
  without = [],
  role,
  ...field
}: ChosenField & StaffWithin & { readonly none?: string }) {
  const search = useStaffSearch({ without, ...(role && { role }) });
  return <Choose {...field} {...search} named={useUserName(field.value)} />;
}

interface StaffListProps extends StaffWithin {
  readonly id?: string;
  readonly value?: readonly string[];
  readonly onChange?: (value: string[]) => void;
}

/** A field for several members of staff. */
export function StaffListInput({ without = [], role, ...field }: StaffListProps) {
  const search = useStaffSearch({ without, ...(role && { role }) });
  return <ChooseSeveral {...field} {...search} nameOf={(id) => <UserName id={id} />} />;
}
