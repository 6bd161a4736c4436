import { defineTexts } from '../../texts/define-texts.ts';

export const texts = defineTexts('quarantine', {
  title: { zh: '消息隔离区', en: 'Quarantine' },
  why: {
    zh: '处理失败的内部消息。原因排除后可以重放。',
    en: 'Messages a service could not work through. They can be replayed once the cause is mended.',
  },
  service: { zh: '模块', en: 'Service' },
  when: { zh: '隔离时间', en: 'Since' },
  subject: { zh: '事件', en: 'Event' },
  error: { zh: '错误', en: 'Error' },
  message: { zh: '消息内容', en: 'Message' },
  deliveries: { zh: '尝试次数', en: 'Deliveries' },
  state: { zh: '状态', en: 'State' },
  held: { zh: '隔离中', en: 'Held' },
  replayed: { zh: '已重放', en: 'Replayed' },
  replayedNow: { zh: '已重放', en: 'Replayed' },
  deeds: { zh: '操作', en: 'Actions' },
  show: { zh: '查看', en: 'Look' },
  replay: { zh: '重放', en: 'Replay' },
  replayWhy: {
    zh: '消息将重新处理。如果原因没有排除，它会再次回到隔离区。',
    en: 'The message is worked through again. It comes back here when the cause is still there.',
  },
  empty: { zh: '没有被隔离的消息', en: 'Nothing is held' },
});
