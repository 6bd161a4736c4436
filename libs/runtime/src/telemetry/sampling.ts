import {
  AlwaysOffSampler,
  ParentBasedSampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';
import type { Sampler } from '@opentelemetry/sdk-trace';
import type { TelemetryConfig } from './config.ts';

/** Without a collector nothing is recorded; spans are then ids only, which costs next to nothing. */
export function samplerFor(config: TelemetryConfig): Sampler {
  if (!config.exporting) return new AlwaysOffSampler();
  const root = new TraceIdRatioBasedSampler(config.sampledShare);
  return withoutHealthChecks(new ParentBasedSampler({ root }));
}

/** Probes come every few seconds from everywhere; the gRPC instrumentation can't be told to leave out a service. */
function withoutHealthChecks(sampler: Sampler): Sampler {
  return {
    shouldSample: (context, traceId, name, ...rest) =>
      name.startsWith('grpc.grpc.health.')
        ? { decision: SamplingDecision.NOT_RECORD }
        : sampler.shouldSample(context, traceId, name, ...rest),
    toString: () => `WithoutHealthChecks{${sampler.toString()}}`,
  };
}
