import type { Config } from '#config';

/** One command of `sluitend`. Each lives in its own file in opdrachten/, exports this, and has a line in register.ts. */
export interface CliOpdracht {
  /** Shown for `sluitend <naam> --help`: the arguments in one line, and what they do. */
  readonly gebruik: string;
  /**
   * Runs the command. Results go to stdout, everything else to stderr.
   * @param argumenten What stands behind the command's name; file names resolve against `config.aanroepMap`.
   * @returns exit code
   * @throws StartFout or DomeinFout: its one line is shown, exit code 1.
   */
  voerUit(argumenten: readonly string[], config: Config): Promise<number>;
}

/** A mistake in how a command was called: its line is shown with the usage, exit code 2. */
export class GebruikFout extends Error {
  constructor(tekst: string) {
    super(tekst);
    this.name = 'GebruikFout';
  }
}
