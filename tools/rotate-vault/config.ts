import { runningStage } from '../story/config.ts';

/** Where the platform is, and its operator's secret. */
export interface Platform {
  readonly origin: string;
  readonly operatorSecret: string;
}

/** `GATEWAY_URL` and `OPERATOR_SECRET`, or the system that runs on this machine; undefined when there is neither. */
export async function readPlatform(): Promise<Platform | undefined> {
  const { GATEWAY_URL: origin, OPERATOR_SECRET: operatorSecret } = process.env;
  return origin && operatorSecret ? { origin, operatorSecret } : runningStage();
}
