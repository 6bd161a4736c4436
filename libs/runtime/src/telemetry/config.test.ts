import { expect, test } from 'vitest';
import { readTelemetryConfig } from './config.ts';

test('without a collector nothing is exported and every trace would be recorded', () => {
  expect(readTelemetryConfig({})).toMatchObject({ enabled: true, exporting: false, sampledShare: 1 });
});

test('production records every tenth trace unless it is told otherwise', () => {
  expect(readTelemetryConfig({ YITU_ENV: 'production' }).sampledShare).toBe(0.1);
});

test.each([
  [{ OTEL_TRACES_SAMPLER: 'always_on' }, 1],
  [{ OTEL_TRACES_SAMPLER: 'parentbased_always_off' }, 0],
  [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.25' }, 0.25],
  [{ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.5' }, 0.5],
  [{ OTEL_TRACES_SAMPLER: 'traceidratio' }, 1],
  [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '25 %' }, 1],
  [{ OTEL_TRACES_SAMPLER: 'jaeger_remote' }, 1],
])('%j records the share %d', (env, share) => {
  expect(readTelemetryConfig(env).sampledShare).toBe(share);
});

test('a duration that is no number leaves the default', () => {
  expect(readTelemetryConfig({ OTEL_BSP_SCHEDULE_DELAY: 'soon' }).batchDelay).toBe(5_000);
});

test('either standard variable names a collector', () => {
  expect(readTelemetryConfig({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://x' }).exporting).toBe(true);
  expect(readTelemetryConfig({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://x' }).exporting).toBe(true);
});
