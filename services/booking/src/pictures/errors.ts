import { defineErrors } from '@yitu/kernel';

export const pictureErrors = defineErrors('booking', {
  notAPicture: {
    status: 422,
    zh: '文件不是 JPEG、PNG 或 WebP 图片。',
    en: 'The file is no picture in JPEG, PNG or WebP.',
  },
  pictureDamaged: { status: 422, zh: '图片文件已损坏。', en: 'The file of the picture is damaged.' },
  pictureSize: {
    status: 422,
    zh: '图片尺寸为 {width}×{height} 像素；每边应为 {least} 至 {most} 像素，且总像素不超过 4000 万。',
    en: 'The picture has {width}×{height} pixels; each side must have {least} to {most}, and all of it 40 million at the most.',
  },
  tooManyPictures: {
    status: 409,
    zh: '最多 {most} 张图片。',
    en: 'There may be {most} pictures at the most.',
  },
  pictureTwice: { status: 409, zh: '该图片已上传。', en: 'This picture is there already.' },
  picturesDiffer: {
    status: 422,
    zh: '排序时须列出全部图片，每张一次。',
    en: 'An order names every picture that is there, each once.',
  },
});
