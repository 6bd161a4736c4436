import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Failed } from '../patterns/loaded.tsx';

/** A page that could not be had. Trying again asks anew for what it needs, also for who is signed in: drawing it once more would only fail again. */
export function FailedRoute({ error }: ErrorComponentProps) {
  const router = useRouter();
  return <Failed problem={error} onRetry={() => void router.invalidate()} />;
}
