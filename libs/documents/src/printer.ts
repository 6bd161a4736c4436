import { Worker } from 'node:worker_threads';
import { defineErrors } from '@yitu/kernel';

const errors = defineErrors('documents', {
  printerBusy: {
    status: 503,
    zh: '正在生成的文件太多，请稍后重试。',
    en: 'Too many documents are being made; try again shortly.',
  },
});

/** A document: what pdfmake calls its definition, as data only, and what stands below each page. */
export interface Printable {
  readonly definition: object;
  readonly footer: string;
}

/** Makes PDF files (Chinese and Latin letters, font embedded). @throws documents/printer-busy */
export type Print = (document: Printable) => Promise<Uint8Array>;

interface Waiting {
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

type Answer = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly failure: string });

/** How many may wait: each takes about half a second. */
const mostWaiting = 20;

/** One thread that is started with the first document, and again with the next after it has failed. It keeps its process alive while somebody waits. */
export function openPrinter(): Print {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;
  const failAll = (cause: Error) => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(cause);
    waiting.clear();
  };
  const start = () => {
    // Neither the options nor the secrets of the service.
    const started = new Worker(new URL('./print-worker.ts', import.meta.url), { execArgv: [], env: {} });
    started.on('message', (answer: Answer) => {
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (waiting.size === 0) started.unref();
      if ('pdf' in answer) one?.resolve(answer.pdf);
      else one?.reject(new Error(`a document could not be made: ${answer.failure}`));
    });
    started.on('error', failAll);
    started.on('exit', (code) => failAll(new Error(`the printing thread ended with ${code}`)));
    return started;
  };
  return (document) => {
    if (waiting.size >= mostWaiting) return Promise.reject(errors.printerBusy());
    worker ??= start();
    last += 1;
    const id = last;
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    waiting.set(id, { resolve, reject });
    worker.ref();
    worker.postMessage({ id, ...document }, []);
    return promise;
  };
}
