/** Asked by probes and scrapers every few seconds, or answered for hours. */
const untraced = new Set(['/livez', '/readyz', '/metrics', '/v1/live', '/api/notifications/v1/live']);

/** Whether requests to a path, with or without its query, are neither traced nor measured. */
export const isUntraced = (target: string): boolean => untraced.has(target.split('?', 1)[0] ?? '');
