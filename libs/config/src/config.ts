import { isDatum, type Datum } from '#kern';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { leesIssuers, type OidcIssuer } from './oidc-issuers.js';
import { StartFout } from './start-fout.js';

/** The variables of a process, as `process.env` gives them. An empty text counts as absent. */
export type Omgeving = Readonly<Record<string, string | undefined>>;

/** What an instance is for; written once in table `instantie`. A proef never becomes productie. */
export type InstantieSoort = 'proef' | 'productie';

/** Remembers the date of a loaded demo, so that a restart without `VANDAAG` does not jump to another schooljaar. */
const DEMO_DATUM_BESTAND = 'demo-datum';

/** Configuration of a process, read and checked once. Nothing else reads `process.env`. */
export class Config {
  /** Wanted HTTP port; 0 lets the system choose. */
  readonly poort: number;
  /** Whether `PORT` was given: then a taken port is an error, otherwise the next free one is used. */
  readonly poortGezet: boolean;
  /** Absolute folder for everything an embedded instance keeps. */
  readonly dataDir: string;
  /** Absent: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Same database as its owner; falls back to `databaseUrl`. */
  readonly databaseMigratieUrl: string | undefined;
  /** Absent: the queue rings through PostgreSQL. */
  readonly redisUrl: string | undefined;
  /** `undefined`: not said; the embedded default then loads the demo into an empty database. */
  readonly demo: boolean | undefined;
  /** Absolute path of the key ring. */
  readonly sleutelsPad: string;
  /** Whether `SLEUTELS` was given; otherwise `sleutelsPad` lies in `dataDir`. */
  readonly sleutelsGezet: boolean;
  /** What the instance becomes when its database is initialised; says nothing about an existing one. */
  readonly instantie: InstantieSoort;
  /** Fixed date of the test clock; only allowed in an instance of soort proef. */
  readonly vandaag: Datum | undefined;
  /** Empty: the built-in provider, in an instance of soort proef. */
  readonly oidcIssuers: readonly OidcIssuer[];
  readonly oidcAudience: string;
  /** Folder from which npm was called: file arguments of the CLI resolve against it. */
  readonly aanroepMap: string;

  /** Whether PostgreSQL runs inside `dataDir`. */
  get embedded(): boolean {
    return this.databaseUrl === undefined;
  }

  private constructor(lezer: Lezer, map: string) {
    this.poortGezet = lezer.waarde('PORT') !== undefined;
    this.poort = lezer.getal('PORT', 3000, 65_535);
    this.dataDir = resolve(map, lezer.waarde('DATA_DIR') ?? '.data');
    this.databaseUrl = lezer.url('DATABASE_URL', ['postgres:', 'postgresql:']);
    this.databaseMigratieUrl = lezer.url('DATABASE_MIGRATIE_URL', ['postgres:', 'postgresql:']) ?? this.databaseUrl;
    this.redisUrl = lezer.url('REDIS_URL', ['redis:', 'rediss:']);
    this.demo = lezer.janee('DEMO');
    const sleutels = lezer.waarde('SLEUTELS');
    this.sleutelsGezet = sleutels !== undefined;
    this.sleutelsPad = sleutels === undefined ? join(this.dataDir, 'sleutels.json') : resolve(map, sleutels);
    this.instantie = lezer.instantie(this.databaseUrl === undefined ? 'proef' : 'productie');
    this.vandaag = lezer.datum('VANDAAG') ?? leesDemoDatum(this.dataDir);
    this.oidcIssuers = lezer.issuers('OIDC_ISSUERS');
    this.oidcAudience = lezer.waarde('OIDC_AUDIENCE') ?? 'sluitend';
    this.aanroepMap = resolve(map, lezer.waarde('INIT_CWD') ?? '.');
    this.keurSamenhang(lezer);
    lezer.klaar();
  }

  /**
   * @param map Folder against which relative paths resolve.
   * @throws StartFout one line with everything that is wrong.
   */
  static lees(omgeving: Omgeving, map: string): Config {
    return new Config(new Lezer(omgeving), map);
  }

  private keurSamenhang(lezer: Lezer): void {
    if (this.databaseMigratieUrl !== undefined && this.databaseUrl === undefined) {
      lezer.fout('DATABASE_MIGRATIE_URL', 'hoort bij DATABASE_URL; geef die ook.');
    }
    if (this.oidcIssuers.length > 0 && lezer.waarde('OIDC_AUDIENCE') === undefined) {
      lezer.fout('OIDC_AUDIENCE', 'ontbreekt; geef de naam waarvoor tokens zijn uitgegeven (hoort bij OIDC_ISSUERS).');
    }
    const uitdrukkelijkProductie = lezer.waarde('INSTANTIE') === 'productie';
    if (uitdrukkelijkProductie && this.demo === true)
      lezer.fout('DEMO', 'kan niet in een instantie van soort productie.');
    if (uitdrukkelijkProductie && lezer.waarde('VANDAAG') !== undefined) {
      lezer.fout('VANDAAG', 'kan niet in een instantie van soort productie.');
    }
  }
}

/** Path of the file that fixes the date of a loaded demo. */
export function demoDatumPad(dataDir: string): string {
  return join(dataDir, DEMO_DATUM_BESTAND);
}

function leesDemoDatum(dataDir: string): Datum | undefined {
  let tekst: string;
  try {
    tekst = readFileSync(demoDatumPad(dataDir), 'utf8').trim();
  } catch {
    return undefined;
  }
  if (isDatum(tekst)) return tekst;
  throw new StartFout(
    `In ${demoDatumPad(dataDir)} staat geen datum jjjj-mm-dd; verwijder het bestand of geef VANDAAG.`,
  );
}

/** Reads variables one by one and keeps every mistake, so that an operator sees all of them at once. */
class Lezer {
  private readonly fouten: string[] = [];

  constructor(private readonly omgeving: Omgeving) {}

  waarde(naam: string): string | undefined {
    const tekst = this.omgeving[naam]?.trim();
    return tekst === undefined || tekst === '' ? undefined : tekst;
  }

  fout(naam: string, uitleg: string): void {
    this.fouten.push(`${naam} ${uitleg}`);
  }

  getal(naam: string, standaard: number, hoogste: number): number {
    const tekst = this.waarde(naam);
    if (tekst === undefined) return standaard;
    const getal = /^\d{1,9}$/.test(tekst) ? Number(tekst) : Number.NaN;
    if (getal <= hoogste) return getal;
    this.fout(naam, `is geen getal van 0 tot en met ${hoogste}.`);
    return standaard;
  }

  janee(naam: string): boolean | undefined {
    const tekst = this.waarde(naam);
    if (tekst === undefined) return undefined;
    if (tekst !== '0' && tekst !== '1') this.fout(naam, 'is 1 (aan) of 0 (uit).');
    return tekst === '1';
  }

  url(naam: string, schemas: readonly string[]): string | undefined {
    const tekst = this.waarde(naam);
    if (tekst === undefined) return undefined;
    // The value may hold a password, so it is never repeated.
    if (!URL.canParse(tekst) || !schemas.includes(new URL(tekst).protocol)) {
      this.fout(naam, `is geen adres dat begint met ${schemas.map((s) => `${s}//`).join(' of ')}.`);
    }
    return tekst;
  }

  instantie(standaard: InstantieSoort): InstantieSoort {
    const tekst = this.waarde('INSTANTIE') ?? standaard;
    if (tekst === 'proef' || tekst === 'productie') return tekst;
    this.fout('INSTANTIE', 'is proef of productie.');
    return standaard;
  }

  datum(naam: string): Datum | undefined {
    const tekst = this.waarde(naam);
    if (tekst === undefined || isDatum(tekst)) return tekst;
    this.fout(naam, 'is geen bestaande datum in de vorm jjjj-mm-dd.');
    return undefined;
  }

  issuers(naam: string): readonly OidcIssuer[] {
    const gelezen = leesIssuers(this.waarde(naam));
    if (typeof gelezen !== 'string') return gelezen;
    this.fout(naam, gelezen);
    return [];
  }

  /** @throws StartFout when a mistake was kept. */
  klaar(): void {
    if (this.fouten.length > 0) throw new StartFout(`Instelling niet goed: ${this.fouten.join(' ')}`);
  }
}
