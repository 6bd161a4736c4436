import type { Texts } from '@yitu/kernel';
import { Type, type Static } from 'typebox';
import { paragraphs } from '../text.ts';

const rating = { minimum: 1, maximum: 5 };
/** Net promoter score: how likely somebody recommends us. */
const recommendation = { minimum: 0, maximum: 10 };
const commentLength = 2_000;

/** What a customer answers. */
export const Answer = Type.Object(
  {
    attitude: Type.Integer(rating),
    efficiency: Type.Integer(rating),
    quality: Type.Integer(rating),
    price: Type.Integer(rating),
    afterSales: Type.Integer(rating),
    nps: Type.Integer(recommendation),
    comment: Type.Optional(paragraphs(commentLength)),
  },
  { title: 'SurveyAnswer' },
);

export const Question = Type.Object(
  {
    key: Type.String({ description: 'The name of the answer’s field' }),
    kind: Type.Enum(['number', 'text']),
    required: Type.Boolean(),
    minimum: Type.Optional(Type.Integer()),
    maximum: Type.Optional(Type.Integer()),
    maxLength: Type.Optional(Type.Integer()),
    text: Type.Object({ zh: Type.String(), en: Type.String() }),
  },
  { title: 'Question' },
);

const rated: [keyof Static<typeof Answer>, Texts][] = [
  [
    'attitude',
    { zh: '您对我们的服务态度是否满意？', en: 'How satisfied are you with the attitude of our staff?' },
  ],
  [
    'efficiency',
    { zh: '您对我们的办事效率是否满意？', en: 'How satisfied are you with how quickly things were done?' },
  ],
  [
    'quality',
    { zh: '您对这次旅行的品质是否满意？', en: 'How satisfied are you with the quality of the trip?' },
  ],
  ['price', { zh: '您对价格是否满意？', en: 'How satisfied are you with the price?' }],
  [
    'afterSales',
    { zh: '您对我们的售后服务是否满意？', en: 'How satisfied are you with our service after the trip?' },
  ],
];

/** The questions as a customer reads them, with the limits of each answer. */
export const questions: Static<typeof Question>[] = [
  ...rated.map(([key, text]) => ({ key, kind: 'number' as const, required: true, ...rating, text })),
  {
    key: 'nps',
    kind: 'number',
    required: true,
    ...recommendation,
    text: {
      zh: '您有多大可能把我们推荐给亲友？',
      en: 'How likely are you to recommend us to friends and family?',
    },
  },
  {
    key: 'comment',
    kind: 'text',
    required: false,
    maxLength: commentLength,
    text: { zh: '您还有什么想告诉我们的？', en: 'Is there anything else you would like to tell us?' },
  },
];
