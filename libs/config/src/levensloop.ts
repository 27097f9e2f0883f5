import { inspect } from 'node:util';
import { StartFout } from './start-fout.js';

/** What a child process tells the process that started it. */
export interface GereedBericht {
  soort: 'gereed';
  /** The port it listens on, when it does. */
  poort?: number;
}

/** What the starting process tells its child; a signal would not reach it on every system. */
export const STOPBERICHT = { soort: 'stop' } as const;

/** Whether a message from a child says that it is ready. */
export function isGereed(bericht: unknown): bericht is GereedBericht {
  return typeof bericht === 'object' && bericht !== null && 'soort' in bericht && bericht.soort === 'gereed';
}

/** Tells the process that started this one, if any, that the work has begun. */
export function meldGereed(poort?: number): void {
  const bericht: GereedBericht = poort === undefined ? { soort: 'gereed' } : { soort: 'gereed', poort };
  process.send?.(bericht);
}

/**
 * Calls `sluit` once: at SIGTERM, SIGINT or SIGHUP, when the starting process says stop, and when it is gone (it was
 * killed: a child that lives on would keep the port and work twice). Then ends the process, with exit code 1 when
 * closing fails or takes too long. Under a starting process Ctrl-C is for that process: it decides on the order.
 */
export function bijStop(sluit: () => Promise<void>, hoogstens = 20_000): void {
  const begeleid = process.send !== undefined;
  let gestopt = false;
  const stop = (): void => {
    if (gestopt) return;
    gestopt = true;
    setTimeout(() => process.exit(1), hoogstens).unref();
    sluit().then(
      () => process.exit(0),
      (fout: unknown) => {
        meld(fout);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  for (const signaal of ['SIGINT', 'SIGHUP'] as const) process.on(signaal, begeleid ? () => undefined : stop);
  if (!begeleid) return;
  process.on('disconnect', stop);
  process.on('message', (bericht) => {
    if (typeof bericht === 'object' && bericht !== null && 'soort' in bericht && bericht.soort === STOPBERICHT.soort)
      stop();
  });
}

/** Runs a program: a StartFout becomes its one line on stderr, anything else is shown with its stack; exit code 1. */
export function draai(programma: () => Promise<void>): void {
  programma().catch((fout: unknown) => {
    meld(fout);
    process.exit(1);
  });
}

function meld(fout: unknown): void {
  process.stderr.write(`${fout instanceof StartFout ? fout.message : inspect(fout)}\n`);
}
