interface Measured {
  readonly subject: string;
  readonly consumer?: string;
}

/** Where this library counts; durations in seconds, `reason` a short kind of error. */
export interface MessageMetrics {
  published(message: Measured, seconds: number, reason?: string): void;
  consumed(message: Measured, seconds: number): void;
  failed(message: Measured, seconds: number, reason: string): void;
  quarantined(message: Measured): void;
}
