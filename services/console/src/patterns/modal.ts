/** antd's dialog, by itself: `Dialog` has it loaded when it is opened. */
export { Modal } from 'antd';
