import type { Config } from '#config';

/** What loading the demo gets. */
export interface DemoOpdracht {
  config: Config;
  /** Where the api answers; api and worker run. */
  adres: string;
  /** A line of progress for the terminal. */
  meld(regel: string): void;
  /** Aborted when the operator stops: end soon, everything that was begun can be begun again. */
  signaal: AbortSignal;
}

/** Fills an empty instance with the demo region, by way of the real intake. Safe to call again after a crash. */
export type LaadDemo = (opdracht: DemoOpdracht) => Promise<void>;

/** The loader of the demo region. Loaded late: a start without demo does not pay for it. */
export async function vindDemo(): Promise<LaadDemo> {
  return (await import('../demo/demo.js')).laadDemo;
}
