import { page, table, type Printable } from '@yitu/documents';
import type { Texts } from '@yitu/kernel';
import type { ContractState } from './contract.ts';

/** What is printed of a contract. */
export interface Sheet {
  readonly house: string;
  readonly number: string;
  readonly text: string;
  readonly contentHash: string;
  readonly state: ContractState;
  readonly signature: { readonly name: string; readonly at: string; readonly from: string } | undefined;
}

/** Its text is in both languages, so is what stands around it. */
export const both = ({ zh, en }: Texts) => `${zh} ${en}`;

const marks: Readonly<Partial<Record<ContractState, Texts>>> = {
  generated: { zh: '草稿', en: 'Draft' },
  superseded: { zh: '已被取代', en: 'Superseded' },
  void: { zh: '作废', en: 'Void' },
};

/** The text as it was agreed, its fingerprint, and who has signed it. */
export function layoutContract({ house, number, text, contentHash, state, signature }: Sheet): Printable {
  const mark = marks[state];
  const label = (zh: string, en: string) => ({ text: both({ zh, en }), color: '#555555' });
  const rows = [
    [label('内容指纹', 'Fingerprint (SHA-256)'), contentHash],
    ...(signature
      ? [
          [label('签署人', 'Signed by'), signature.name],
          [label('签署时间', 'Signed at'), signature.at],
          [label('签署地址', 'Signed from'), signature.from],
        ]
      : [[label('签署', 'Signature'), both({ zh: '尚未签署', en: 'Not signed yet' })]]),
  ];
  return page({
    ...{ house, number, title: both({ zh: '旅游合同', en: 'Travel contract' }), mark: mark && both(mark) },
    content: [
      { text, preserveLeadingSpaces: true, margin: [0, 0, 0, 12] },
      { stack: [table([130, '*'], rows)], unbreakable: true },
    ],
  });
}
