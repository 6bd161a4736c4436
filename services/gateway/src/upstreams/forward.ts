import { passOn, type PassedOn, type Unanswered } from '@yitu/runtime/http-only';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Dispatcher } from 'undici';
import { refusalOfFailure } from './failures.ts';
import { headersForClient } from './headers.ts';
import type { Upstream } from './upstream.ts';

/** A request as a service is to get it. */
export interface Forwarded {
  readonly address: string;
  /** Names and values in turn. */
  readonly headers: string[];
}

/**
 * Sends a request on and its answer back as it comes, byte for byte. No answer in time, or none at all, becomes a problem answer.
 *
 * undici's dispatch, written straight to the response: with @fastify/http-proxy each request cost more than twice the processor time.
 */
export function forward(
  { pool, name, timeoutMs }: Pick<Upstream, 'pool' | 'name' | 'timeoutMs'>,
  request: FastifyRequest,
  reply: FastifyReply,
  { address, headers }: Forwarded,
): void {
  // The scope's only parser keeps bodies as they are.
  const body = request.body as Buffer | undefined;
  const { method } = request;
  const passed = passOn(name, method, address);
  pool.dispatch(
    { method, path: address, headers: [...headers, ...passed.carried], body: body ?? null },
    new PassingAnswer(reply, name, timeoutMs, passed),
  );
}

class PassingAnswer implements Dispatcher.DispatchHandler {
  readonly #reply: FastifyReply;
  readonly #service: string;
  readonly #deadline: NodeJS.Timeout;
  readonly #passed: PassedOn;
  #controller: Dispatcher.DispatchController | undefined;
  #tooLate = false;
  #complete = false;
  #clientLeft = false;
  /** Of the answer, from its beginning on. */
  #status: number | undefined;

  constructor(reply: FastifyReply, service: string, timeoutMs: number, passed: PassedOn) {
    this.#reply = reply;
    this.#passed = passed;
    this.#service = service;
    this.#deadline = setTimeout(() => this.#giveUp(), timeoutMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#tooLate) controller.abort(late());
  }

  onResponseStart(
    controller: Dispatcher.DispatchController,
    status: number,
    headers: Record<string, string | string[] | undefined>,
  ): void {
    if (status < 200) return; // 100 and 103 are between the service and the gateway
    clearTimeout(this.#deadline);
    const { raw } = this.#reply;
    if (raw.destroyed || raw.writableEnded) return this.#leave(controller);
    raw.once('close', () => {
      if (!this.#complete) this.#leave(controller);
    });
    this.#reply.hijack();
    this.#status = status;
    raw.writeHead(status, headersForClient(headers));
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const { raw } = this.#reply;
    if (raw.writableEnded || raw.write(chunk)) return;
    controller.pause();
    raw.once('drain', () => controller.resume());
  }

  onResponseEnd(): void {
    this.#complete = true;
    if (this.#status !== undefined) this.#passed.end(this.#status);
    this.#reply.raw.end();
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    clearTimeout(this.#deadline);
    this.#passed.end(this.#failure());
    if (this.#tooLate) return;
    if (this.#clientLeft && !this.#reply.sent) return void this.#reply.hijack(); // nobody waits for an answer
    if (!this.#reply.sent) return void this.#reply.send(refusalOfFailure(this.#service, error));
    const { raw } = this.#reply;
    if (raw.destroyed || raw.writableEnded) return; // nobody is there to be told
    // The answer has begun: only a cut tells the client that it is not whole.
    this.#reply.log.warn({ err: error, service: this.#service }, 'an answer was cut off');
    raw.destroy();
  }

  #failure(): Unanswered {
    if (this.#tooLate) return 'late';
    if (this.#clientLeft) return 'client-left';
    return this.#status === undefined ? 'unanswered' : 'cut';
  }

  #leave(controller: Dispatcher.DispatchController): void {
    this.#clientLeft = true;
    controller.abort(gone());
  }

  #giveUp(): void {
    this.#tooLate = true;
    this.#reply.send(refusalOfFailure(this.#service, late()));
    this.#controller?.abort(late());
  }
}

const late = () => new DOMException('the service did not begin its answer in time', 'TimeoutError');

const gone = () => new Error('the client has gone');
