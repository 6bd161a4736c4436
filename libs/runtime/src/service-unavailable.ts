import { DomainError } from '@yitu/kernel';

/** The services' names for people. */
const names: Record<string, { zh: string; en: string }> = {
  identity: { zh: '身份服务', en: 'identity' },
  crm: { zh: '客户服务', en: 'customers' },
  booking: { zh: '预订服务', en: 'booking' },
  itinerary: { zh: '行程服务', en: 'itinerary' },
  finance: { zh: '财务服务', en: 'finance' },
  notifications: { zh: '通知服务', en: 'notifications' },
  analytics: { zh: '分析服务', en: 'analytics' },
};

/** `<service>/unavailable` (503): a service that cannot be asked at the moment. */
export function serviceUnavailable(service: string, cause: unknown): DomainError {
  const { zh, en } = names[service] ?? { zh: service, en: service };
  const texts = {
    zh: `${zh}暂时无法访问,请稍后重试。`,
    en: `The ${en} service cannot be reached at the moment; try again shortly.`,
  };
  return new DomainError({ code: `${service}/unavailable`, status: 503, texts }, { cause });
}
