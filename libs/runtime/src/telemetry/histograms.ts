import { ValueType, type Attributes, type HrTime } from '@opentelemetry/api';
import { hrTime } from '@opentelemetry/core';
import type { Resource } from '@opentelemetry/resources';
import {
  AggregationTemporality,
  DataPointType,
  type HistogramMetricData,
  type MetricProducer,
} from '@opentelemetry/sdk-metrics';

/** Upper bounds in seconds for everything that takes part in answering a person; the conventions' own. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** What was measured under one set of labels. */
interface Series {
  readonly labels: Attributes;
  readonly since: HrTime;
  readonly counts: number[];
  sum: number;
}

interface Family {
  readonly name: string;
  readonly description: string;
  readonly series: Map<string, Series>;
}

const families = new Map<string, Family>();
const state = { counting: false };

/**
 * A histogram of durations in seconds, counted without the SDK, which sorts, checks and hashes the labels at each of a request's ten measurements.
 * Labels that are the same object are known by it: whoever measures often keeps theirs.
 */
export function durations(name: string, description: string): (seconds: number, labels: Attributes) => void {
  const family = families.get(name) ?? { name, description, series: new Map<string, Series>() };
  families.set(name, family);
  const known = new WeakMap<Attributes, Series>();
  return (seconds, labels) => {
    if (!state.counting) return;
    let series = known.get(labels);
    if (!series) known.set(labels, (series = seriesOf(family, labels)));
    series.sum += seconds;
    const bucket = bounds.findIndex((bound) => seconds <= bound);
    const place = bucket < 0 ? bounds.length : bucket;
    series.counts[place] = (series.counts[place] ?? 0) + 1;
  };
}

function seriesOf({ series }: Family, labels: Attributes): Series {
  const key = JSON.stringify(Object.entries(labels).toSorted(([left], [right]) => (left < right ? -1 : 1)));
  const found = series.get(key);
  if (found) return found;
  const counts = Array.from({ length: bounds.length + 1 }, () => 0);
  const made = { labels, since: hrTime(), counts, sum: 0 };
  series.set(key, made);
  return made;
}

/** Begins to count, and hands the histograms to whoever collects metrics. */
export function histograms(resource: Resource): MetricProducer {
  state.counting = true;
  const scope = { name: '@yitu/runtime' };
  return {
    collect: () => {
      const metrics = [...families.values()].filter(({ series }) => series.size > 0).map(metricOf);
      return Promise.resolve({
        resourceMetrics: { resource, scopeMetrics: [{ scope, metrics }] },
        errors: [],
      });
    },
  };
}

function metricOf({ name, description, series }: Family): HistogramMetricData {
  const endTime = hrTime();
  return {
    descriptor: { name, description, unit: 's', valueType: ValueType.DOUBLE },
    aggregationTemporality: AggregationTemporality.CUMULATIVE,
    dataPointType: DataPointType.HISTOGRAM,
    dataPoints: [...series.values()].map(({ labels, since, counts, sum }) => ({
      ...{ startTime: since, endTime, attributes: labels },
      value: { buckets: { boundaries: bounds, counts: [...counts] }, sum, count: total(counts) },
    })),
  };
}

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
