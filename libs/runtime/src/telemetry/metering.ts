import { metrics } from '@opentelemetry/api';
import { PrometheusSerializer } from '@opentelemetry/exporter-prometheus';
import type { Resource } from '@opentelemetry/resources';
import { MeterProvider, MetricReader } from '@opentelemetry/sdk-metrics';
import type { ViewOptions } from '@opentelemetry/sdk-metrics';
import { histograms } from './histograms.ts';
import { reasonOf, warn } from './warnings.ts';

/** A reader that is asked, by whoever scrapes, and never sends anything by itself. */
class ScrapedReader extends MetricReader {
  protected override async onForceFlush(): Promise<void> {
    return undefined;
  }

  protected override async onShutdown(): Promise<void> {
    return undefined;
  }
}

/** Makes metrics available to the whole process; the answer collects them all as Prometheus text. */
export function startMetering(resource: Resource): () => Promise<string> {
  const reader = new ScrapedReader({ metricProducers: [histograms(resource)] });
  const serializer = new PrometheusSerializer(undefined, false, undefined, false, true);
  metrics.setGlobalMeterProvider(new MeterProvider({ resource, readers: [reader], views }));
  return async () => {
    const { resourceMetrics, errors } = await reader.collect();
    for (const error of errors) warn(`a metric could not be read: ${reasonOf(error)}`);
    return serializer.serialize(resourceMetrics);
  };
}

const views: ViewOptions[] = [
  // Two instrumentations describe this family differently, which a scrape would complain about.
  { instrumentName: 'http.client.request.duration', description: 'Duration of HTTP client requests.' },
];
