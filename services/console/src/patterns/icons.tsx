import {
  ArrowDownOutlined as ArrowDownOutline,
  ArrowUpOutlined as ArrowUpOutline,
  BellOutlined as BellOutline,
  CheckCircleFilled as CheckCircleFill,
  CheckOutlined as CheckOutline,
  CompassOutlined as CompassOutline,
  DeleteOutlined as DeleteOutline,
  DownOutlined as DownOutline,
  DownloadOutlined as DownloadOutline,
  EditOutlined as EditOutline,
  EyeOutlined as EyeOutline,
  FilePdfOutlined as FilePdfOutline,
  FilterOutlined as FilterOutline,
  LeftOutlined as LeftOutline,
  LoadingOutlined as LoadingOutline,
  MenuOutlined as MenuOutline,
  MinusCircleOutlined as MinusCircleOutline,
  PlusOutlined as PlusOutline,
  ReadOutlined as ReadOutline,
  RightOutlined as RightOutline,
  ScheduleOutlined as ScheduleOutline,
  SearchOutlined as SearchOutline,
  UploadOutlined as UploadOutline,
  UserOutlined as UserOutline,
} from '@ant-design/icons';
import type { ComponentProps } from 'react';

type Props = ComponentProps<typeof ArrowDownOutline>;

/** An icon stands beside words or in a button with a name: nobody reads it out, least of all by the English name it brings along. One that says something alone is given a label. */
const quiet = (Icon: typeof ArrowDownOutline) =>
  function Quiet({ 'aria-label': label, ...props }: Props) {
    return label === undefined ? (
      <Icon {...props} aria-hidden={true} aria-label="" />
    ) : (
      <Icon {...props} aria-label={label} />
    );
  };

export const ArrowDownOutlined = /* @__PURE__ */ quiet(ArrowDownOutline);
export const ArrowUpOutlined = /* @__PURE__ */ quiet(ArrowUpOutline);
export const BellOutlined = /* @__PURE__ */ quiet(BellOutline);
export const CheckCircleFilled = /* @__PURE__ */ quiet(CheckCircleFill);
export const CheckOutlined = /* @__PURE__ */ quiet(CheckOutline);
export const CompassOutlined = /* @__PURE__ */ quiet(CompassOutline);
export const DeleteOutlined = /* @__PURE__ */ quiet(DeleteOutline);
export const DownOutlined = /* @__PURE__ */ quiet(DownOutline);
export const DownloadOutlined = /* @__PURE__ */ quiet(DownloadOutline);
export const EditOutlined = /* @__PURE__ */ quiet(EditOutline);
export const EyeOutlined = /* @__PURE__ */ quiet(EyeOutline);
export const FilePdfOutlined = /* @__PURE__ */ quiet(FilePdfOutline);
export const FilterOutlined = /* @__PURE__ */ quiet(FilterOutline);
export const LeftOutlined = /* @__PURE__ */ quiet(LeftOutline);
export const LoadingOutlined = /* @__PURE__ */ quiet(LoadingOutline);
export const MenuOutlined = /* @__PURE__ */ quiet(MenuOutline);
export const MinusCircleOutlined = /* @__PURE__ */ quiet(MinusCircleOutline);
export const PlusOutlined = /* @__PURE__ */ quiet(PlusOutline);
export const ReadOutlined = /* @__PURE__ */ quiet(ReadOutline);
export const RightOutlined = /* @__PURE__ */ quiet(RightOutline);
export const ScheduleOutlined = /* @__PURE__ */ quiet(ScheduleOutline);
export const SearchOutlined = /* @__PURE__ */ quiet(SearchOutline);
export const UploadOutlined = /* @__PURE__ */ quiet(UploadOutline);
export const UserOutlined = /* @__PURE__ */ quiet(UserOutline);
