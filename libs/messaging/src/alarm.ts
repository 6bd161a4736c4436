/** Lets a loop wait until it is rung, time is over, or it is told to stop. */
export class Alarm {
  #rung = false;
  #stopped = false;
  #wake: () => void = () => undefined;
  #getUp: () => void = () => undefined;
  readonly #stop = Promise.withResolvers<undefined>();

  get stopped(): boolean {
    return this.#stopped;
  }

  ring(): void {
    this.#rung = true;
    this.#wake();
  }

  stop(): void {
    this.#stopped = true;
    this.#stop.resolve(undefined);
    this.#wake();
    this.#getUp();
  }

  untilStopped(): Promise<undefined> {
    return this.#stop.promise;
  }

  /** Waits whether it is rung or not; until it is stopped. Not by a race with `untilStopped`, which would keep something of each rest until then. */
  async rest(milliseconds: number): Promise<void> {
    if (milliseconds <= 0 || this.#stopped) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    this.#getUp = resolve;
    await promise;
    clearTimeout(timer);
  }

  /** @returns whether it was rung, also before the wait began */
  async wait(milliseconds: number): Promise<boolean> {
    if (!this.#rung && !this.#stopped) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, milliseconds);
      this.#wake = resolve;
      await promise;
      clearTimeout(timer);
    }
    const rung = this.#rung;
    this.#rung = false;
    return rung;
  }
}
