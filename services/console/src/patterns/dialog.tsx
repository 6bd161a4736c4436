import type { ModalProps } from 'antd';
import { later } from './later.tsx';

/** A dialog that is loaded when it is opened for the first time. */
export const Dialog = later<ModalProps & { readonly open: boolean }>(
  async () => (await import('./modal.ts')).Modal,
);
