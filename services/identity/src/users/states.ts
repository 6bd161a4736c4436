import { errors } from '../errors.ts';
import type { User } from './user.ts';

/**
 * Moves a user to another state. Who has departed stays so: somebody who comes back gets a new account.
 * @throws identity/departed
 */
export function setState(user: User, state: 'active' | 'suspended' | 'departed'): void {
  if (user.state === 'departed') throw errors.departed();
  user.state = state;
  user.active = state === 'active';
}
