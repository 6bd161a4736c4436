import { InterceptingCall, ServerInterceptingCall, status } from '@grpc/grpc-js';
import type { Interceptor, ServerInterceptor } from '@grpc/grpc-js';
import { durations } from './histograms.ts';

const HEALTH = '/grpc.health.';

/**
 * Measures each call a gRPC server answers, as `rpc.server.call.duration` by method and status code.
 * For `new Server({ interceptors: [grpcServerMetrics()] })`. A call its client gave up counts as CANCELLED.
 */
export function grpcServerMetrics(): ServerInterceptor {
  const record = durations('rpc.server.call.duration', 'Duration of answering a gRPC call');
  return (method, call) => {
    if (method.path.startsWith(HEALTH)) return new ServerInterceptingCall(call);
    const finish = stopwatch(method.path, record);
    return new ServerInterceptingCall(call, {
      start: (next) => next({ onCancel: () => finish(status.CANCELLED) }),
      sendStatus: (answer, next) => {
        finish(answer.code ?? status.UNKNOWN);
        next(answer);
      },
    });
  };
}

/**
 * Measures each call of a gRPC client, as `rpc.client.call.duration` by method and status code.
 * For the `interceptors` option of a client. Retries inside the channel count as one call, as its caller sees it.
 */
export function grpcClientMetrics(): Interceptor {
  const record = durations('rpc.client.call.duration', 'Duration of a gRPC call as its caller sees it');
  return (options, nextCall) => {
    const finish = stopwatch(options.method_definition.path, record);
    return new InterceptingCall(nextCall(options), {
      start: (metadata, _listener, next) =>
        next(metadata, {
          onReceiveStatus: (answer, pass) => {
            finish(answer.code);
            pass(answer);
          },
        }),
    });
  };
}

/** Records once, at the first end of the call: a cancelled call may still send its status. */
function stopwatch(path: string, record: ReturnType<typeof durations>): (code: status) => void {
  const begun = performance.now();
  let running = true;
  return (code) => {
    if (!running) return;
    running = false;
    const name = status[code] ?? 'UNKNOWN';
    const failure = code === status.OK ? {} : { 'error.type': name };
    record((performance.now() - begun) / 1000, {
      'rpc.system.name': 'grpc',
      'rpc.method': path.slice(1),
      'rpc.status_code': name,
      ...failure,
    });
  };
}
