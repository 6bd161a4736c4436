import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { InstantType } from '@yitu/persistence';
import { Id, InstantText, MoneyText, Version } from '@yitu/runtime';
import { Type, type Static } from 'typebox';

export const contractStates = ['generated', 'sent', 'signed', 'superseded', 'void'] as const;
export type ContractState = (typeof contractStates)[number];

/** The travel contract of one order. Number, text and hash never change: the service's role may update the other columns only. */
export const Contract = defineEntity({
  name: 'Contract',
  tableName: 'contracts',
  properties: {
    agencyId: p.uuid().primary(),
    id: p.uuid().primary(),
    number: p.string(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    orderId: p.uuid(),
    customerId: p.uuid(),
    departureId: p.uuid(),
    templateId: p.uuid(),
    state: p.string().$type<ContractState>(),
    currency: p.string(),
    total: p.bigint(),
    text: p.text(),
    contentHash: p.string(),
    sentAt: p.type(InstantType).nullable(),
    linkExpiresAt: p.type(InstantType).nullable(),
    signedAt: p.type(InstantType).nullable(),
    supersededBy: p.uuid().nullable(),
    version: p.integer(),
    createdAt: p.type(InstantType),
  },
});

export type Contract = InferEntity<typeof Contract>;

/** Who signed which text, when and from where. */
export const ContractSignature = defineEntity({
  name: 'ContractSignature',
  tableName: 'contract_signatures',
  properties: {
    agencyId: p.uuid().primary(),
    contractId: p.uuid().primary(),
    branchId: p.uuid(),
    authorId: p.uuid(),
    signerName: p.string(),
    remoteAddress: p.string(),
    contentHash: p.string(),
    signedAt: p.type(InstantType),
  },
});

export type ContractSignature = InferEntity<typeof ContractSignature>;

const OptionalInstant = Type.Union([InstantText, Type.Null()]);

export const ContractView = Type.Object(
  {
    id: Id,
    number: Type.String(),
    branchId: Id,
    authorId: Id,
    orderId: Id,
    customerId: Id,
    departureId: Id,
    state: Type.String({ description: contractStates.join(', ') }),
    total: MoneyText,
    contentHash: Type.String({ description: 'SHA-256 of the text in UTF-8, hexadecimal' }),
    sentAt: OptionalInstant,
    linkExpiresAt: OptionalInstant,
    signedAt: OptionalInstant,
    supersededBy: Type.Union([Id, Type.Null()]),
    version: Version,
    createdAt: InstantText,
  },
  { title: 'Contract' },
);

const Signature = Type.Object({
  signerName: Type.String(),
  signedAt: InstantText,
  remoteAddress: Type.String(),
  contentHash: Type.String(),
});

export const ContractDetail = Type.Object(
  { ...ContractView.properties, text: Type.String(), signature: Type.Union([Signature, Type.Null()]) },
  { title: 'ContractDetail' },
);

export function contractView(contract: Contract): Static<typeof ContractView> {
  const { id, number, branchId, authorId, orderId, customerId, departureId, state, contentHash, version } =
    contract;
  return {
    id,
    number,
    branchId,
    authorId,
    orderId,
    customerId,
    departureId,
    state,
    contentHash,
    version,
    total: {
      amount: contract.total.toString(),
      currency: contract.currency,
    },
    sentAt: contract.sentAt?.toString() ?? null,
    linkExpiresAt: contract.linkExpiresAt?.toString() ?? null,
    signedAt: contract.signedAt?.toString() ?? null,
    supersededBy: contract.supersededBy ?? null,
    createdAt: contract.createdAt.toString(),
  };
}

export const contractDetail = (
  contract: Contract,
  signature: ContractSignature | undefined,
): Static<typeof ContractDetail> => ({
  ...contractView(contract),
  text: contract.text,
  signature: signature
    ? {
        signerName: signature.signerName,
        signedAt: signature.signedAt.toString(),
        remoteAddress: signature.remoteAddress,
        contentHash: signature.contentHash,
      }
    : null,
});
