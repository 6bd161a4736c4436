import { describe, expect, it } from 'vitest';
import { initialDetails, type CustomerDetails } from '../customer-details.ts';
import { decideChange } from './decide.ts';

const now = Temporal.Instant.from('2026-11-20T04:00:00Z');
const current: CustomerDetails = {
  ...initialDetails,
  name: { zh: '张晓明' },
  phone: '+8613812345678',
  preferences: { themes: ['海岛'], lodging: '五星' },
};
const change = (given: Partial<CustomerDetails>, kind: 'person' | 'company' = 'person') =>
  decideChange(kind, current, given, now);

describe('changing a customer', () => {
  it('names the fields that differ afterwards', () => {
    const { details, changedFields } = change({
      category: 'key',
      name: { zh: ' 张晓明 ' },
      occupation: '教师',
    });
    expect(changedFields).toEqual(['category', 'occupation']);
    expect(details).toMatchObject({ category: 'key', occupation: '教师', name: { zh: '张晓明' } });
  });

  it('takes the same number written otherwise for the same', () => {
    expect(change({ phone: '138 1234 5678' }).changedFields).toEqual([]);
  });

  it('takes the same preferences in another order for the same, and others for others', () => {
    expect(change({ preferences: { lodging: '五星', themes: ['海岛'] } }).changedFields).toEqual([]);
    expect(change({ preferences: { lodging: '五星' } }).changedFields).toEqual(['preferences']);
  });

  it('keeps texts without blanks around them, and a tag once', () => {
    const given = { tags: ['VIP', ' VIP'], specialNeeds: { diet: ' 清真 ' } };
    expect(change(given).details).toMatchObject({ tags: ['VIP'], specialNeeds: { diet: '清真' } });
  });

  it('empties a field with null', () => {
    expect(change({ phone: null })).toMatchObject({ details: { phone: null }, changedFields: ['phone'] });
  });

  it.each([
    [{ name: {} }, '/body/name'],
    [{ phone: '12345' }, '/body/phone'],
    [{ birthDate: '2026-11-22' }, '/body/birthDate'],
    [{ birthDate: '1899-12-31' }, '/body/birthDate'],
  ])('refuses %j', (given, field) => {
    expect(() => change(given)).toThrow(
      expect.objectContaining({ code: 'crm/not-valid', fields: [expect.objectContaining({ field })] }),
    );
  });

  it('accepts somebody born today, also where the day has begun earlier', () => {
    expect(change({ birthDate: '2026-11-20' }).changedFields).toEqual(['birthDate']);
  });

  it('knows no gender, birth date or occupation of a company', () => {
    const given = { gender: 'female', birthDate: '1990-01-01', occupation: '教师' } as const;
    expect(() => change(given, 'company')).toThrow(
      expect.objectContaining({
        fields: ['gender', 'birthDate', 'occupation'].map((field) =>
          expect.objectContaining({ field: `/body/${field}`, rule: 'persons-only' }),
        ),
      }),
    );
  });
});
