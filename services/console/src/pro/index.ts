/** The parts of ProComponents that are used here, through one door: their version is pinned, and replaced in one place. */
export { ProTable } from '@ant-design/pro-components';
