export { openBus, type Bus, type BusOptions } from './bus.ts';
export { startFeed, type FeedOptions } from './feed.ts';
export type { Log } from './log.ts';
export type { MessageMetrics } from './metrics.ts';
export { createProcessor, type Process } from './processor.ts';
export { preparedReaction, reaction, type Reaction } from './reaction.ts';
export { replayEvents, type ReplayOptions } from './replay.ts';
export { startMessaging, type Messaging, type MessagingOptions } from './messaging.ts';
