import { useQuery, type queryOptions } from '@tanstack/react-query';
import { Form } from 'antd';
import type { ReactNode } from 'react';
import { changing } from '../../api/client.ts';
import type { Permission } from '../../api/gen/permissions.ts';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { RuleCard } from './rule-card.tsx';
import { texts } from './texts.ts';

/** Rules an agency sets as a whole, and their versions. */
export interface AgencyRules<InForce extends { readonly version: number }, Said extends object> {
  /** Those in force: `[service, noun]` is their key. */
  readonly inForce: ReturnType<typeof queryOptions<InForce, Error, InForce, string[]>>;
  /** What the form shows of them. */
  readonly begin: (inForce: InForce) => Said;
  /** Sets them to what the form says. */
  readonly set: (said: Said, headers: Record<string, string>) => Promise<unknown>;
}

interface RulesCardProps<InForce extends { readonly version: number }, Said extends object> {
  readonly title: string;
  readonly why: string;
  readonly rules: AgencyRules<InForce, Said>;
  /** The fields of the form. */
  readonly fields: ReactNode;
  /** What is in force, to be read. */
  readonly children: (inForce: InForce) => ReactNode;
  /** What it takes to set them. */
  readonly permission?: Permission;
}

/** What is in force, and the form that sets it for whoever may. */
export function RulesCard<InForce extends { readonly version: number }, Said extends object>(
  props: RulesCardProps<InForce, Said>,
) {
  const { title, why, rules, fields, children, permission = 'booking.rules.set' } = props;
  return (
    <RuleCard
      {...{ title, why, children }}
      query={useQuery(rules.inForce)}
      maySet={useMay()(permission)}
      form={(shown, open, onClose) => (
        <SetRules<InForce, Said> {...{ title, rules, fields, shown, open, onClose }} />
      )}
    />
  );
}

interface SetRulesProps<InForce extends { readonly version: number }, Said extends object> extends Pick<
  RulesCardProps<InForce, Said>,
  'title' | 'rules' | 'fields'
> {
  readonly shown: InForce;
  readonly open: boolean;
  readonly onClose: () => void;
}

function SetRules<InForce extends { readonly version: number }, Said extends object>(
  props: SetRulesProps<InForce, Said>,
) {
  const { title, rules, fields, shown, open, onClose } = props;
  const opened = useAsOpened(shown, open);
  const { queryKey } = rules.inForce;
  const [form] = Form.useForm<Said>();
  const change = useChange((said: Said, key) => rules.set(said, changing(key, opened.version)), {
    touches: [queryKey],
    done: texts.use()('saved'),
  });
  return (
    <FormDrawer<Said>
      {...{ title, open, onClose, form, change }}
      name={queryKey.join('/')}
      version={opened.version}
      initial={rules.begin(opened)}
    >
      {fields}
    </FormDrawer>
  );
}

/** What is in force as it would be said again. */
export function withoutVersion<InForce extends { readonly version: number }>({
  version: _version,
  ...said
}: InForce): Omit<InForce, 'version'> {
  return said;
}
