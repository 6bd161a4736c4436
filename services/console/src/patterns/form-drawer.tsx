import { Alert, Button, Drawer, Flex, Form, type FormInstance } from 'antd';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { useChange } from './use-change.ts';
import { fieldProblems } from './field-problems.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { texts } from './texts.ts';
import { useDraft } from './use-draft.ts';

interface FormDrawerProps<Values extends object> {
  readonly title: string;
  /** Of the draft: what the form is and which record it is about. */
  readonly name: string;
  /** Of the record that is changed, as it was when this was opened: a draft made on another one is only offered. */
  readonly version?: number | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly form: FormInstance<Values>;
  readonly initial?: Partial<Values>;
  readonly change: Pick<
    ReturnType<typeof useChange<Values, unknown>>,
    'mutateAsync' | 'error' | 'isPending' | 'reset'
  >;
  readonly children: ReactNode;
  readonly width?: number;
  /** What the button says, where it does something else than save. */
  readonly action?: string;
  readonly danger?: boolean;
  /** Whether it may be sent at all: not before what it depends on is known. */
  readonly ready?: boolean;
}

/** A form beside the page it belongs to. Closing it keeps what was entered as a draft; refusals stand at their fields. */
export function FormDrawer<Values extends object>(props: FormDrawerProps<Values>) {
  const { title, name, version, open, onClose, form, initial, change, children, width = 520 } = props;
  const { action, danger = false, ready = true } = props;
  const t = texts.use();
  const id = useId();
  // Whoever opens it again begins without the refusal of the last time.
  const close = () => {
    change.reset();
    onClose();
  };
  return (
    <Drawer
      title={title}
      open={open}
      onClose={close}
      size={width}
      destroyOnHidden
      footer={
        <Flex justify="end" gap="small">
          {/* What is cancelled is the matter itself where it is dangerous. */}
          <Button onClick={close}>{t(danger ? 'goBack' : 'cancel')}</Button>
          <Button
            type="primary"
            danger={danger}
            disabled={!ready}
            loading={change.isPending}
            htmlType="submit"
            form={id}
          >
            {action ?? t('save')}
          </Button>
        </Flex>
      }
    >
      <DrawerForm {...{ id, name, version, form, change, onClose }} {...(initial && { initial })}>
        {children}
      </DrawerForm>
    </Drawer>
  );
}

type DrawerFormProps<Values extends object> = Pick<
  FormDrawerProps<Values>,
  'name' | 'version' | 'form' | 'initial' | 'change' | 'onClose' | 'children'
> & { readonly id: string };

function DrawerForm<Values extends object>(props: DrawerFormProps<Values>) {
  const { id, name, version, form, initial, change, onClose, children } = props;
  // A form keeps what it held when it was last open; what it begins with now may be newer.
  useEffect(() => form.resetFields(), [form]);
  const draft = useDraft(name, form, version);
  const { error } = change;
  const refusal = useRefusalInSight(form, error);
  const submit = async (values: Values) => {
    // What failed is shown from the change itself.
    const done = await change.mutateAsync(values).then(
      () => true,
      () => false,
    );
    if (!done) return;
    draft.discard();
    form.resetFields();
    onClose();
  };
  const discard = () => {
    draft.discard();
    form.resetFields();
  };
  return (
    <Form<Values>
      // What is wrong is said at its field in the page's language; the browser's own bubble speaks another.
      noValidate
      id={id}
      form={form}
      layout="vertical"
      {...(initial && { initialValues: initial })}
      onValuesChange={(_changed, values) => draft.keep(values, initial)}
      onFinish={(values) => void submit(values)}
      scrollToFirstError
    >
      <div ref={refusal}>
        <ProblemAlert problem={error} />
      </div>
      {draft.restored && <DraftFound onDiscard={discard} />}
      {draft.older && <OlderDraft {...draft.older} />}
      {children}
    </Form>
  );
}

/** Puts what was refused at its fields. @returns where what concerns no field is said */
function useRefusalInSight<Values extends object>(form: FormInstance<Values>, error: Error | null) {
  const refusal = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!error) return;
    const problems = fieldProblems(error, form.getFieldsValue(true) as object); // whatever it holds
    form.setFields(problems as never); // paths of this very form
    // Whoever sends a long form stands at its end: what was refused is brought into sight, at its field where it has one.
    const [first] = problems;
    if (first && form.getFieldInstance(first.name)) form.scrollToField(first.name);
    else refusal.current?.scrollIntoView({ block: 'nearest' });
  }, [error, form]);
  return refusal;
}

function DraftFound({ onDiscard }: { readonly onDiscard: () => void }) {
  const t = texts.use();
  return (
    <Alert
      type="info"
      showIcon
      title={t('draftFound')}
      action={
        <Button size="small" onClick={onDiscard}>
          {t('discardDraft')}
        </Button>
      }
      style={{ marginBottom: 16 }}
    />
  );
}

/** A draft of before others changed the record: what they did is in sight, and the person says which of the two counts. */
function OlderDraft({ take, discard }: { readonly take: () => void; readonly discard: () => void }) {
  const t = texts.use();
  return (
    <Alert
      type="warning"
      showIcon
      title={t('olderDraft')}
      description={
        <Flex vertical gap="small">
          {t('olderDraftWhy')}
          <Flex gap="small" wrap>
            <Button size="small" onClick={take}>
              {t('takeDraft')}
            </Button>
            <Button size="small" onClick={discard}>
              {t('discardDraft')}
            </Button>
          </Flex>
        </Flex>
      }
      style={{ marginBottom: 16 }}
    />
  );
}
