import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { BatchObservableResult, Observable } from '@opentelemetry/api';
import { meter } from './metrics.ts';

type Delays = ReturnType<typeof monitorEventLoopDelay>;

const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;

/** Event-loop delay since the last scrape, memory and processor time of this process, under their conventional names. */
export function observeProcess(): void {
  observeEventLoop();
  observeMemory();
  observeProcessor();
}

function observeEventLoop(): void {
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  const read: Record<string, (histogram: Delays) => number> = {
    p50: (histogram) => histogram.percentile(50),
    p99: (histogram) => histogram.percentile(99),
    max: (histogram) => histogram.max,
  };
  const gauges = Object.entries(read).map(([name, value]) => ({
    value,
    gauge: meter().createObservableGauge(`nodejs.eventloop.delay.${name}`, {
      description: `Event loop ${name} delay since the last scrape`,
      unit: 's',
    }),
  }));
  const observe = (result: BatchObservableResult): void => {
    for (const { gauge, value } of gauges) result.observe(gauge, value(delay) / NANOSECONDS);
    delay.reset();
  };
  meter().addBatchObservableCallback(
    observe,
    gauges.map<Observable>(({ gauge }) => gauge),
  );
}

function observeMemory(): void {
  const rss = meter().createObservableUpDownCounter('process.memory.usage', {
    description: 'Physical memory in use',
    unit: 'By',
  });
  const heap = meter().createObservableUpDownCounter('v8js.memory.heap.used', {
    description: 'Heap memory in use',
    unit: 'By',
  });
  const observe = (result: BatchObservableResult): void => {
    const memory = process.memoryUsage();
    result.observe(rss, memory.rss);
    result.observe(heap, memory.heapUsed);
  };
  meter().addBatchObservableCallback(observe, [rss, heap]);
}

function observeProcessor(): void {
  const time = meter().createObservableCounter('process.cpu.time', {
    description: 'Processor time used',
    unit: 's',
  });
  time.addCallback((result) => {
    const { user, system } = process.cpuUsage();
    result.observe(user / MICROSECONDS, { 'cpu.mode': 'user' });
    result.observe(system / MICROSECONDS, { 'cpu.mode': 'system' });
  });
}
