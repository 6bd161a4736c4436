import { requireMember, type Permission } from '@yitu/access';
import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import type { Vault } from '@yitu/vault';
import { Type } from 'typebox';
import { line } from './text.ts';

/** A command that seals, opens or searches: the agency's keys are got ready before its transaction. @throws also vault/keys-unavailable */
export const protectedCommand = <Input, Result>(
  vault: Vault,
  permission: Permission,
  work: (uow: UnitOfWork, input: Input) => Promise<Result>,
) => {
  const run = command({ permission }, work);
  return async (call: Call, input: Input): Promise<Result> => {
    await vault.ready(requireMember(call.principal).agencyId);
    return run(call, input);
  };
};

/** The call without its Idempotency-Key: an answer in plain text is kept nowhere, so a repeated request is another look. */
export const unrepeated = ({ idempotency: _answersInPlainTextAreNotKept, ...call }: Call): Call => call;

/** Why somebody looks, or erases: what an auditor reads later. */
export const Reason = { ...line(500), minLength: 4, description: 'Read by auditors' };

/** A search by an exact number, in the body: addresses are logged. */
export const NumberSearch = Type.Object({ number: line(60) });
