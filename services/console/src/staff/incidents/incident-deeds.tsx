import { Button, Form, Input, Radio, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { answer, api, changing } from '../../api/client.ts';
import type { Incident } from '../../api/gen/identity.ts';
import { StaffInput, StaffListInput } from '../../names/staff.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAsOpened } from '../../patterns/use-as-opened.ts';
import { useChange } from '../../patterns/use-change.ts';
import { useMay } from '../../session/me.ts';
import { texts } from './texts.ts';
import { choices, severities } from './words.ts';

const touches = [['identity', 'incident']];

/** What can be done with an incident in its state. */
export function IncidentDeeds({ incident }: { readonly incident: Incident }) {
  const may = useMay();
  const handle = may('identity.incident.handle');
  const closed = incident.state === 'closed';
  return (
    <>
      {handle && <AddNote incident={incident} />}
      {handle && !closed && (
        <>
          <ChangeState incident={incident} />
          <ChangeSeverity incident={incident} />
          <ChangeOwner incident={incident} />
          <Notify incident={incident} />
        </>
      )}
      {handle && closed && <Reopen incident={incident} />}
      {may('identity.incident.close') && incident.state === 'contained' && <Close incident={incident} />}
    </>
  );
}

const at = ({ id: incidentId, version }: Incident, key: string) => ({
  params: { path: { incidentId } },
  headers: changing(key, version),
});

/** One deed: its button, and what it asks beside the page; what was written is kept as a draft. */
function Deed<Values extends object>({
  label,
  done,
  ask,
  initial,
  primary = false,
  draft,
  children,
}: {
  /** What its draft is called. */
  readonly draft: string;
  readonly label: string;
  readonly done: string;
  readonly ask: (values: Values, key: string) => Promise<unknown>;
  readonly initial?: Partial<Values>;
  readonly primary?: boolean;
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Values>();
  const change = useChange(useAsOpened(ask, open), { touches, done });
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <FormDrawer<Values>
        title={label}
        name={draft}
        action={label}
        {...{ open, form, change }}
        onClose={() => setOpen(false)}
        {...(initial && { initial })}
      >
        {children}
      </FormDrawer>
    </>
  );
}

function Text({
  name,
  label,
  optional = false,
}: {
  readonly name: string;
  readonly label: string;
  readonly optional?: boolean;
}) {
  const t = texts.use();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={optional ? [] : [{ required: true, whitespace: true, message: t('required') }]}
    >
      <Input.TextArea maxLength={2000} autoSize={{ minRows: 3 }} />
    </Form.Item>
  );
}

interface Of {
  readonly incident: Incident;
}

function AddNote({ incident }: Of) {
  const t = texts.use();
  return (
    <Deed<{ text: string }>
      label={t('addNote')}
      draft={`incident-note-${incident.id}`}
      done={t('noteAdded')}
      ask={(body, key) =>
        answer(api.identity.POST('/v1/incidents/{incidentId}/notes', { ...at(incident, key), body }))
      }
    >
      <Text name="text" label={t('note')} />
    </Deed>
  );
}

function ChangeState({ incident }: Of) {
  const t = texts.use();
  const next =
    incident.state === 'open' ? (['investigating', 'contained'] as const) : (['contained'] as const);
  if (incident.state === 'contained') return null;
  return (
    <Deed<{ state: 'investigating' | 'contained'; note?: string }>
      label={t('changeState')}
      draft={`incident-state-${incident.id}`}
      done={t('saved')}
      initial={{ state: next[0] }}
      ask={({ state, note }, key) =>
        answer(
          api.identity.PUT('/v1/incidents/{incidentId}/state', {
            ...at(incident, key),
            body: { state, ...(note && { note }) },
          }),
        )
      }
    >
      <Form.Item name="state" label={t('state')}>
        <Radio.Group options={choices(next)} />
      </Form.Item>
      <Text name="note" label={t('note')} optional />
    </Deed>
  );
}

function ChangeSeverity({ incident }: Of) {
  const t = texts.use();
  return (
    <Deed<{ severity: Incident['severity']; note?: string }>
      label={t('changeSeverity')}
      draft={`incident-severity-${incident.id}`}
      done={t('saved')}
      initial={{ severity: incident.severity }}
      ask={({ severity, note }, key) =>
        answer(
          api.identity.PUT('/v1/incidents/{incidentId}/severity', {
            ...at(incident, key),
            body: { severity, ...(note && { note }) },
          }),
        )
      }
    >
      <Form.Item name="severity" label={t('severity')}>
        <Select options={choices(severities)} />
      </Form.Item>
      <Text name="note" label={t('note')} optional />
    </Deed>
  );
}

function ChangeOwner({ incident }: Of) {
  const t = texts.use();
  return (
    <Deed<{ ownerId: string }>
      label={t('changeOwner')}
      draft={`incident-owner-${incident.id}`}
      done={t('saved')}
      {...(incident.ownerId && { initial: { ownerId: incident.ownerId } })}
      ask={(body, key) =>
        answer(api.identity.PUT('/v1/incidents/{incidentId}/owner', { ...at(incident, key), body }))
      }
    >
      <Form.Item name="ownerId" label={t('owner')} rules={[{ required: true, message: t('required') }]}>
        <StaffInput />
      </Form.Item>
    </Deed>
  );
}

function Notify({ incident }: Of) {
  const t = texts.use();
  return (
    <Deed<{ userIds: string[] }>
      label={t('notify')}
      draft={`incident-notify-${incident.id}`}
      done={t('notified')}
      ask={(body, key) =>
        answer(api.identity.POST('/v1/incidents/{incidentId}/notifications', { ...at(incident, key), body }))
      }
    >
      <Form.Item name="userIds" label={t('whomToTell')} rules={[{ required: true, message: t('required') }]}>
        <StaffListInput />
      </Form.Item>
    </Deed>
  );
}

function Close({ incident }: Of) {
  const t = texts.use();
  return (
    <Deed<{ cause: string; lessons: string }>
      label={t('close')}
      draft={`incident-closing-${incident.id}`}
      done={t('closedNow')}
      primary
      ask={(body, key) =>
        answer(api.identity.POST('/v1/incidents/{incidentId}/closing', { ...at(incident, key), body }))
      }
    >
      <Text name="cause" label={t('cause')} />
      <Text name="lessons" label={t('lessons')} />
    </Deed>
  );
}

function Reopen({ incident }: Of) {
  const t = texts.use();
  return (
    <Deed<{ reason: string }>
      label={t('reopen')}
      draft={`incident-reopening-${incident.id}`}
      done={t('saved')}
      ask={(body, key) =>
        answer(api.identity.POST('/v1/incidents/{incidentId}/reopening', { ...at(incident, key), body }))
      }
    >
      <Text name="reason" label={t('reason')} />
    </Deed>
  );
}
