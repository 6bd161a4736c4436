import { Alert, Button, Flex, Form, type FormInstance } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { fieldProblems } from './field-problems.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { texts } from './texts.ts';
import type { useChange } from './use-change.ts';
import { useDraft, type Draft } from './use-draft.ts';

interface EnteredFormProps<Values extends object> {
  /** Which a button outside of the form names to send it. */
  readonly id: string;
  readonly form: FormInstance<Values>;
  readonly initial?: Partial<Values>;
  readonly change: Pick<ReturnType<typeof useChange<Values, unknown>>, 'mutateAsync' | 'error'>;
  /** As what the things that are entered are kept until they are sent; `null` where they must not stay in the browser. */
  readonly draft: Draft | null;
  readonly onEnter?: () => void;
  /** Told once it was sent and nothing was refused. */
  readonly onDone: () => void;
  readonly children?: ReactNode;
}

/** What drawers and dialogs hold: the fields, what was refused at them, and the draft of what was entered. */
export function EnteredForm<Values extends object>(props: EnteredFormProps<Values>) {
  const { id, form, initial, change, onEnter, onDone, children } = props;
  // A form keeps what it held when it was last open; what it begins with now may be newer.
  useEffect(() => form.resetFields(), [form]);
  const draft = useDraft(props.draft?.name, form, props.draft?.version);
  const { error } = change;
  const refusal = useRefusalInSight(form, error);
  const discard = () => {
    draft.discard();
    form.resetFields();
  };
  const submit = async (values: Values) => {
    // What failed is shown from the change itself.
    const done = await change.mutateAsync(values).then(
      () => true,
      () => false,
    );
    if (!done) return;
    discard();
    onDone();
  };
  return (
    <Form<Values>
      // What is wrong is said at its field in the page's language; the browser's own bubble speaks another.
      noValidate
      id={id}
      form={form}
      layout="vertical"
      {...(initial && { initialValues: initial })}
      onValuesChange={(_changed, values) => {
        draft.keep(values, initial);
        onEnter?.();
      }}
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
