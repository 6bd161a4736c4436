import { describe, expect, it } from 'vitest';
import { AccessDirectory, type AccessDescription } from './directory.ts';

const active: AccessDescription = {
  active: true,
  userId: 'user',
  branchId: 'b',
  branchIds: [],
  grants: [],
  denials: [],
};

/** A directory, and how often identity was asked. */
function directory(
  answers: () => AccessDescription = () => active,
  fresh = { seeingMs: 60_000, blindMs: 0 },
) {
  const asked = { times: 0 };
  const known = new AccessDirectory(() => {
    asked.times += 1;
    return Promise.resolve(answers());
  }, fresh);
  known.setSeeing(true);
  return { known, asked };
}

describe('the access directory', () => {
  it('asks identity once while nothing changes, also when many ask at once', async () => {
    const { known, asked } = directory();
    await Promise.all([known.describe('a', 's'), known.describe('a', 's')]);
    await known.describe('a', 's');
    expect(asked.times).toBe(1);
  });

  it('asks again after a change of the user or the end of the session', async () => {
    const { known, asked } = directory();
    await known.describe('a', 's');
    known.forgetUser('user');
    await known.describe('a', 's');
    known.forgetSession('s');
    await known.describe('a', 's');
    known.forgetUser('somebody else');
    await known.describe('a', 's');
    expect(asked.times).toBe(3);
  });

  it('asks again for everybody of an agency when its branches have changed', async () => {
    const { known, asked } = directory();
    await known.describe('a', 's');
    known.forgetAgency('another');
    await known.describe('a', 's');
    expect(asked.times).toBe(1);
    known.forgetAgency('a');
    await known.describe('a', 's');
    expect(asked.times).toBe(2);
  });

  it('trusts nothing it knows while no events arrive, nor what is from before', async () => {
    const { known, asked } = directory();
    await known.describe('a', 's');
    known.setSeeing(false);
    await known.describe('a', 's');
    known.setSeeing(true);
    await known.describe('a', 's');
    expect(asked.times).toBe(3);
  });

  it('asks again once a grant has ended', async () => {
    const ended = directory(() => ({ ...active, validForMs: 0 }));
    await ended.known.describe('a', 's');
    await ended.known.describe('a', 's');
    expect(ended.asked.times).toBe(2);
    const lasting = directory(() => ({ ...active, validForMs: 60_000 }));
    await lasting.known.describe('a', 's');
    await lasting.known.describe('a', 's');
    expect(lasting.asked.times).toBe(1);
  });

  it('refuses a session that has ended', async () => {
    const { known } = directory(() => ({ ...active, active: false }));
    await expect(known.describe('a', 's')).rejects.toMatchObject({
      code: 'access/session-ended',
      status: 401,
    });
  });

  it('asks again after a failure', async () => {
    let down = true;
    const known = new AccessDirectory(() =>
      down ? Promise.reject(new Error('down')) : Promise.resolve(active),
    );
    known.setSeeing(true);
    await expect(known.describe('a', 's')).rejects.toThrow('down');
    down = false;
    expect((await known.describe('a', 's')).userId).toBe('user');
  });
});
