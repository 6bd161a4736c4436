import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useRef } from 'react';
import { Refusal } from '../api/refusal.ts';
import { notices } from '../frame/notices.tsx';
import { texts } from './texts.ts';

export interface ChangeOptions {
  /** What is to be read anew when it is done: `[service, noun]`. */
  readonly touches: readonly QueryKey[];
  /** Told when it is done. */
  readonly done?: string;
}

/**
 * A change a person makes. It carries an idempotency key that stays while the same thing is tried again, so that a lost answer never does it twice: the
 * request says the version it said first (`sayFirstVersion`), and what else a change takes from outside its input has to stay with the key too. A
 * version somebody else was quicker with is told and their change shown; what was entered stays where it is.
 * @param change asks for it, with the key
 */
export function useChange<Input, Output>(
  change: (input: Input, key: string) => Promise<Output>,
  { touches, done }: ChangeOptions,
) {
  const queries = useQueryClient();
  const attempt = useRef<{ readonly input: string; readonly key: string }>(undefined);
  const keyOf = (input: Input) => {
    const text = JSON.stringify(input) ?? '';
    if (attempt.current?.input !== text) attempt.current = { input: text, key: crypto.randomUUID() };
    return attempt.current.key;
  };
  const readAnew = () => Promise.all(touches.map((queryKey) => queries.invalidateQueries({ queryKey })));
  return useMutation<Output, Error, Input>({
    mutationFn: (input) => change(input, keyOf(input)),
    onSuccess: async () => {
      attempt.current = undefined;
      if (done) void notices.success(done);
      await readAnew();
    },
    onError: (error) => {
      // A refusal is an answer; only one that never came may be asked for again under its key.
      if (error instanceof Refusal && error.status > 0 && error.status < 500) attempt.current = undefined;
      if (error instanceof Refusal && error.status === 412)
        void notices.warning({
          title: texts.say('conflictTitle'),
          content: texts.say('conflictWhy'),
          okText: texts.say('showLatest'),
          onOk: readAnew,
        });
    },
  });
}
