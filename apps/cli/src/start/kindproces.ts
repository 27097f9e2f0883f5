import { isGereed, omgevingVoorKind, STOPBERICHT, type GereedBericht, StartFout } from '#config';
import { fork, type ChildProcess } from 'node:child_process';

export interface KindOpties {
  naam: string;
  /** The built main.js. */
  programma: string;
  /** Variables that differ from ours; asked at every (re)start. */
  omgeving(): Readonly<Record<string, string>>;
  /** Told when it began, so that the numbers of all children are known to the outside. */
  bijBegin(): Promise<void>;
  /** A line for the operator. */
  meld(regel: string): void;
}

const EERSTE_UITSTEL_MS = 250;
const LANGSTE_UITSTEL_MS = 10_000;
const STOPGEDULD_MS = 25_000;

/** A child process that is started again when it dies, until it is stopped. */
export class Kindproces {
  private kind: ChildProcess | undefined;
  private gestopt = false;
  private uitstelMs = EERSTE_UITSTEL_MS;
  private wekker: NodeJS.Timeout | undefined;

  constructor(private readonly opties: KindOpties) {}

  get pid(): number | undefined {
    return this.kind?.pid;
  }

  /**
   * Resolves when the child says that it is ready; from then on it is kept alive.
   * @throws StartFout when it ends before that; it has said why on stderr.
   */
  async start(): Promise<GereedBericht> {
    const kind = fork(this.opties.programma, {
      env: omgevingVoorKind(this.opties.omgeving()),
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    this.kind = kind;
    const gereed = this.totGereed(kind);
    await this.opties.bijBegin();
    return gereed;
  }

  /** Asks the child to end, and waits; kills it when it does not. */
  async stop(): Promise<void> {
    this.gestopt = true;
    clearTimeout(this.wekker);
    const { kind } = this;
    if (kind === undefined || kind.exitCode !== null || kind.signalCode !== null) return;
    const weg = new Promise((klaar) => kind.once('exit', klaar));
    const ongeduld = setTimeout(() => kind.kill('SIGKILL'), STOPGEDULD_MS);
    if (kind.connected) kind.send(STOPBERICHT, () => undefined);
    else kind.kill('SIGTERM');
    await weg;
    clearTimeout(ongeduld);
  }

  private totGereed(kind: ChildProcess): Promise<GereedBericht> {
    return new Promise((klaar, mislukt) => {
      let isKlaar = false;
      kind.on('message', (bericht) => {
        if (!isGereed(bericht)) return;
        isKlaar = true;
        this.uitstelMs = EERSTE_UITSTEL_MS;
        klaar(bericht);
      });
      kind.once('error', mislukt);
      kind.once('exit', (code, signaal) => {
        if (isKlaar) this.beginOpnieuw(`${this.opties.naam} is gestopt (${signaal ?? `code ${code}`})`);
        else mislukt(new StartFout(`Het starten van de ${this.opties.naam} is niet gelukt; de reden staat hierboven.`));
      });
    });
  }

  private beginOpnieuw(reden: string): void {
    if (this.gestopt) return;
    this.opties.meld(`De ${reden}; hij start opnieuw.`);
    this.wekker = setTimeout(() => {
      this.start().catch(() => this.beginOpnieuw(`${this.opties.naam} kon niet starten`));
    }, this.uitstelMs);
    this.uitstelMs = Math.min(this.uitstelMs * 2, LANGSTE_UITSTEL_MS);
  }
}
