import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('pictures', {
  pictures: { zh: '图片', en: 'Pictures' },
  noPictures: { zh: '还没有图片', en: 'No pictures yet' },
  cover: { zh: '封面', en: 'Cover' },
  upload: { zh: '上传图片', en: 'Upload a picture' },
  uploaded: { zh: '图片已上传', en: 'Picture uploaded' },
  picturesHint: {
    zh: 'JPEG、PNG 或 WebP，不超过 8 MB；第一张为封面',
    en: 'JPEG, PNG or WebP up to 8 MB; the first is the cover',
  },
  altZh: { zh: '图片内容（中文）', en: 'What it shows, in Chinese' },
  altEn: { zh: '图片内容（英文）', en: 'What it shows, in English' },
  file: { zh: '文件', en: 'File' },
  chooseFile: { zh: '选择文件', en: 'Choose a file' },
  fileMissing: { zh: '请选择文件', en: 'Choose a file' },
  forward: { zh: '向前移动“{{name}}”', en: 'Move “{{name}}” forward' },
  backward: { zh: '向后移动“{{name}}”', en: 'Move “{{name}}” back' },
  remove: { zh: '删除', en: 'Remove' },
  removeNamed: { zh: '删除“{{name}}”', en: 'Remove “{{name}}”' },
  removed: { zh: '图片已删除', en: 'Picture removed' },
  orderSaved: { zh: '顺序已保存', en: 'Order saved' },
  alt: { zh: '图片内容', en: 'What it shows' },
  describe: { zh: '修改图片说明', en: 'Say what it shows' },
  describeNamed: { zh: '修改“{{name}}”的说明', en: 'Say what “{{name}}” shows' },
  described: { zh: '图片说明已保存', en: 'Saved what it shows' },
});
