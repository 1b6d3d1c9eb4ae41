/** What makes charts in one instance of a module. */
type Maker<C extends object> = new (host: never) => C;

/**
 * A module, and the instance of it that charts are made in.
 *
 * Where a call does not come back (a trap, or an exception of the page's own code that crossed WebAssembly's frames),
 * memory and stack are in no known state: the instance is given up with all charts in it, and the next chart begins
 * another. What is called in one that was given up does nothing.
 */
export class Engine<C extends object> {
  #module?: WebAssembly.Module;
  #make?: (host: object) => C;
  /** Called where an instance was given up: `Chart` made all charts in it, and `chart` is the one at fault. */
  stopped?: (Chart: Maker<object>, chart: object | undefined, error: unknown) => void;

  /** @param instance The glue: see `scripts/glue.mjs`. */
  constructor(readonly instance: (module: WebAssembly.Module) => Maker<C>) {}

  /** Begins with a module. */
  start(module: WebAssembly.Module): void {
    this.#module = module;
    try {
      this.#make = this.#begin(module);
    } catch (error) {
      // its imports are under a digest of it
      const other = error instanceof TypeError || error instanceof WebAssembly.LinkError;
      throw other ? new Error('the module is of another build than the script: copy both of one build') : error;
    }
  }

  /** A chart without data; `host` measures text and formats numbers for it. The module has to be there. */
  chart(host: object): C {
    return (this.#make ??= this.#begin(this.#module as WebAssembly.Module))(host);
  }

  #begin(module: WebAssembly.Module): (host: object) => C {
    const Chart = this.instance(module);
    let given = false;
    const call = <T>(act: () => T, chart?: object): T => {
      try {
        return act();
      } catch (error) {
        given = true;
        this.#make = undefined;
        this.stopped?.(Chart, chart, error);
        throw error;
      }
    };
    const methods = Chart.prototype as Record<string, (...values: unknown[]) => unknown>;
    for (const name of Object.getOwnPropertyNames(methods)) {
      const method = methods[name];
      if (name === 'constructor' || !method) continue;
      methods[name] = function (this: object, ...values) {
        return given ? undefined : call(() => method.apply(this, values), this);
      };
    }
    return (host) => call(() => new Chart(host as never));
  }
}
