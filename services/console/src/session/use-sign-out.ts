import { useMutation } from '@tanstack/react-query';
import { notices } from '../frame/notices.tsx';
import { describe } from '../patterns/problem-alert.tsx';
import { discardDrafts } from '../patterns/use-draft.ts';
import { noteSigns } from './cookie-sign.ts';
import { signOut } from './sign-in.ts';
import { texts } from './texts.ts';

/**
 * The way out. What the tab keeps goes only once the session has ended: where nobody could be asked, whoever is here is still signed in, is told so, and
 * finds everything as it was.
 * @param signInAt where whoever has left signs in again
 */
export function useSignOut(signInAt: string) {
  return useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      noteSigns();
      discardDrafts();
      location.assign(signInAt);
    },
    onError: (error) =>
      void notices.failure({ title: texts.say('notSignedOut'), content: describe(error).title }),
  });
}
