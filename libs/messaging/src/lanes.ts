/** Runs jobs of one lane one after the other and those of different lanes at once, up to a limit. */
export class Lanes {
  readonly #limit: number;
  readonly #tails = new Map<string, Promise<void>>();
  #running = 0;
  #waiting: (() => void)[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Resolves when another job may be put in. */
  async free(): Promise<void> {
    while (this.#running >= this.#limit) await this.#change();
  }

  /** @param job must not reject */
  put(lane: string, job: () => Promise<void>): void {
    this.#running += 1;
    const tail = (this.#tails.get(lane) ?? Promise.resolve()).then(job).finally(() => {
      this.#running -= 1;
      if (this.#tails.get(lane) === tail) this.#tails.delete(lane);
      for (const wake of this.#waiting.splice(0)) wake();
    });
    this.#tails.set(lane, tail);
  }

  /** Resolves when nothing runs. */
  async idle(): Promise<void> {
    while (this.#running > 0) await this.#change();
  }

  #change(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push(resolve);
    return promise;
  }
}
