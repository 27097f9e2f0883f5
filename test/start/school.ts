import { testRegio } from '#inrichting/test';
import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Keten } from '../scenario/keten.js';

export const CLIENT = 'school-99AA';

export interface Uitslag {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** What stands between the program and the api: passes on, or does something else first. */
export type Tussen = (verzoek: IncomingMessage, antwoord: ServerResponse) => boolean;

/** A school's machine: the copied folder, Node, and a line to a real api whose worker works all the time. */
export class Schoolmachine {
  /** For the next call of the program alone. */
  tussen: Tussen | undefined;
  gehad: { methode: string; sleutel: string | undefined }[] = [];
  token = '';
  private werkt: NodeJS.Timeout | undefined;
  private werk: Promise<void> | undefined;

  private constructor(
    readonly keten: Keten,
    readonly map: string,
    private readonly lijn: Server,
  ) {}

  static async start(): Promise<Schoolmachine> {
    const map = await mkdtemp(join(tmpdir(), 'sluitend-school-'));
    await cp('dist/apps/cli/src/aanleveren', join(map, 'programma'), { recursive: true });
    for (const naam of ['uit', 'tijdelijk']) await mkdir(join(map, naam));
    const regio = testRegio();
    regio.clients = [{ id: CLIENT, rol: 'aanleveraar', scholen: ['99AA00'] }];
    const machine = new Schoolmachine(await Keten.start('2026-03-16', regio), map, createServer());
    machine.token = await machine.keten.api.token(CLIENT);
    machine.lijn.on('request', (verzoek: IncomingMessage, antwoord: ServerResponse) =>
      machine.behandel(verzoek, antwoord),
    );
    await new Promise<void>((klaar) => machine.lijn.listen(0, '127.0.0.1', klaar));
    machine.werkt = setInterval(() => {
      machine.werk ??= machine.keten.werkAf().finally(() => (machine.werk = undefined));
    }, 50);
    return machine;
  }

  get poort(): number {
    return (this.lijn.address() as AddressInfo).port;
  }

  async sluit(): Promise<void> {
    clearInterval(this.werkt);
    await this.werk;
    await this.keten.werkAf();
    this.lijn.closeAllConnections();
    this.lijn.close();
    await this.keten.sluit();
    await rm(this.map, { recursive: true, force: true });
  }

  async tel(tabel: string): Promise<number> {
    const [rij] = await this.keten.api.db.bron.query<{ n: number }[]>(`select count(*)::int as n from ${tabel}`);
    return rij?.n ?? 0;
  }

  /** Runs the program to its end. */
  async lever(
    inhoud: string | Buffer,
    argumenten: readonly string[] = [],
    opties: { omgeving?: Record<string, string>; naam?: string; stdin?: boolean } = {},
  ): Promise<Uitslag> {
    const naam = opties.naam ?? 'export.csv';
    await writeFile(join(this.map, 'uit', naam), inhoud);
    const standaard = ['--school', '99AA00', '--peildatum', '2026-03-16', '--pauze', '0.02', '--pogingen', '3'];
    this.gehad = [];
    const bestand = opties.stdin === true ? '-' : naam;
    const proces = spawn(
      process.execPath,
      [join(this.map, 'programma', 'main.js'), bestand, ...standaard, ...argumenten],
      {
        cwd: this.map,
        env: {
          PATH: process.env['PATH'],
          TMPDIR: join(this.map, 'tijdelijk'),
          INIT_CWD: join(this.map, 'uit'),
          SLUITEND_URL: `http://127.0.0.1:${this.poort}`,
          ...(opties.omgeving ?? { SLUITEND_TOKEN: this.token }),
        },
      },
    );
    let [stdout, stderr] = ['', ''];
    proces.stdout.on('data', (stuk: Buffer) => (stdout += stuk.toString()));
    proces.stderr.on('data', (stuk: Buffer) => (stderr += stuk.toString()));
    proces.stdin.end(opties.stdin === true ? inhoud : undefined);
    const code = await new Promise<number | null>((klaar) => proces.once('close', klaar));
    this.tussen = undefined;
    return { code, stdout, stderr };
  }

  private behandel(verzoek: IncomingMessage, antwoord: ServerResponse): void {
    const { 'idempotency-key': sleutel } = verzoek.headers;
    this.gehad.push({ methode: verzoek.method ?? '', sleutel: sleutel as string | undefined });
    if (this.tussen?.(verzoek, antwoord) === true) return;
    const api = new URL(this.keten.api.adres);
    const door = connect(Number(api.port), api.hostname);
    const koppen = Object.entries(verzoek.headers).map(([naam, waarde]) => `${naam}: ${String(waarde)}\r\n`);
    door.write(`${verzoek.method ?? ''} ${verzoek.url ?? ''} HTTP/1.1\r\n${koppen.join('')}connection: close\r\n\r\n`);
    verzoek.pipe(door, { end: false });
    verzoek.on('close', () => verzoek.complete || door.destroy());
    door.on('error', () => verzoek.destroy());
    door.pipe(verzoek.socket);
  }
}
