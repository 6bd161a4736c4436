import { events } from '@yitu/contracts';
import { agencyToday, branchForNew } from '@yitu/directory';
import { moneyFromJson, newId } from '@yitu/kernel';
import { command, type Call, type UnitOfWork } from '@yitu/persistence';
import { Id, route } from '@yitu/runtime';
import { Type, type Static } from 'typebox';
import { checkNotInFuture, EntryDate } from '../entries/entry-date.ts';
import { credit, debit } from '../entries/line.ts';
import { post, type Posted } from '../entries/post-entry.ts';
import { errors } from '../errors.ts';
import { AmountAboveZero } from '../money-text.ts';
import type { Orders } from '../orders.ts';
import { line, optionalLine } from '../text.ts';
import { lockDepartureBooks } from './departure-books.ts';
import { serviceKinds, SupplierCost, supplierCostView, SupplierCostView } from './supplier-cost.ts';

const permission = 'finance.supplier-cost.record';

const Body = Type.Object({
  departureId: Id,
  branchId: Type.Optional(
    Type.String({
      format: 'uuid',
      description: 'The branch that pays; else the branch of whoever records it',
    }),
  ),
  supplierId: Type.Optional(Id),
  supplierName: line(200),
  serviceKind: Type.Enum([...serviceKinds]),
  amount: AmountAboveZero,
  incurredOn: EntryDate,
  description: optionalLine(500),
});

type Input = Static<typeof Body> & { groupNumber: string };

/** Posts a cost of a departure: owed to the supplier, and in progress until the group is settled. @throws finance/departure-settled, finance/date-in-future, directory/no-such-branch */
const recordSupplierCost = command({ permission }, async (uow, input: Input) => {
  checkNotInFuture(input.incurredOn, await agencyToday(uow), '/body/incurredOn');
  const branchId = await branchForNew(uow, permission, input.branchId);
  if (await lockDepartureBooks(uow, input.departureId)) throw errors.departureSettled();
  const { amount, currency } = moneyFromJson(input.amount);
  const id = newId();
  const entry = await post(uow, {
    branchId,
    date: input.incurredOn,
    text: {
      zh: `团成本 ${input.groupNumber} ${input.supplierName}`,
      en: `Cost of group ${input.groupNumber}: ${input.supplierName}`,
    },
    source: { kind: 'supplier-cost', id },
    lines: [debit('tours-in-progress', amount, currency), credit('supplier-payables', amount, currency)],
  });
  return supplierCostView(store(uow, { ...input, id, branchId, amount, currency }, entry));
});

interface NewCost extends Omit<Input, 'amount' | 'branchId' | 'groupNumber'> {
  readonly id: string;
  readonly branchId: string;
  readonly amount: bigint;
  readonly currency: string;
}

function store(uow: UnitOfWork, input: NewCost, entry: Posted): SupplierCost {
  const { id, departureId, branchId, supplierId, supplierName, serviceKind } = input;
  const { amount, currency, incurredOn, description } = input;
  const cost = uow.add(
    uow.em.create(SupplierCost, {
      id,
      departureId,
      branchId,
      supplierName,
      serviceKind,
      amount,
      currency,
      incurredOn,
      description,
      supplierId: supplierId ?? null,
      agencyId: uow.agencyId,
      recordedBy: uow.userId,
      state: 'recorded',
      entryId: entry.id,
      entryNumber: entry.number,
      version: 0,
      createdAt: uow.now,
    }),
  );
  uow.publish(cost, events.supplierCostRecorded, {
    supplierCostId: id,
    departureId,
    branchId,
    supplierId: supplierId ?? '',
    amount: { amount, currency },
    entryNumber: entry.number,
  });
  return cost;
}

export const recordSupplierCostRoute = (orders: Orders) =>
  route({
    method: 'POST',
    path: '/v1/supplier-costs',
    summary: 'Record what a supplier charges for a departure',
    access: permission,
    body: Body,
    result: SupplierCostView,
    status: 201,
    handle: async (call: Call, { body }) =>
      recordSupplierCost(call, { ...body, groupNumber: await orders.groupNumber(call, body.departureId) }),
  });
