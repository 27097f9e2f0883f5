/** Collects bind values while SQL text is put together, so that no value ever enters the text. */
export class Binds {
  readonly waarden: unknown[] = [];

  /** Adds a value and gives its placeholder: `$1`, `$2` … */
  bind(waarde: unknown): string {
    this.waarden.push(waarde);
    return `$${this.waarden.length}`;
  }
}
