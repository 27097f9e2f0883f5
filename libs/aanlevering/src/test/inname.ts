import { ConfigModule } from '#config';
import { testConfig, TestKlok, testSleutelbos } from '#config/test';
import { DatabaseModule, maakDataSource, Transactie } from '#database';
import { testDatabase, type TestDatabase } from '#database/test';
import { alsDatum, systeem, type Wie } from '#kern';
import { werkAf, WachtrijWorkerModule, zonderBellen, type WerkAfOpties } from '#wachtrij/test';
import { Test, type TestingModule } from '@nestjs/testing';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { Modus } from '../aanlevering.js';
import { AanleveringModule } from '../aanlevering.module.js';
import { AanleveringWorkerModule } from '../aanlevering-worker.module.js';
import type { AanleveringDto, BevindingDto } from '../aanleveringen.dto.js';
import { AanleveringenLeesmodel } from '../aanleveringen.leesmodel.js';
import { Besluiten } from '../besluiten.service.js';
import { BijVerwerkt, type Verwerkt } from '../haken.js';
import { UploadsHandler } from '../jobs/uploads.handler.js';
import type { Formaat } from '../formaten/formaat.js';
import type { Tekenset } from '../lezer/regels.js';
import type { Grenzen } from '../opslag/ontvangst.js';
import { UploadService, type UploadUitkomst } from '../upload.service.js';
import { alsCsv, type Exportrij } from './rijen.js';

export interface Leveropties {
  school?: string;
  peildatum?: string;
  modus?: Modus;
  gzip?: boolean;
  tekenset?: Tekenset;
  formaat?: Formaat;
  sleutel?: string;
  grenzen?: Grenzen;
}

/** A delivery as it ended, with what was found. */
export type Verslag = AanleveringDto & { gevonden: BevindingDto[] };

const REGIO = 36;
const GEVULD = [
  ...[
    'koppelvoorstel',
    'elders_aangemeld',
    'diploma',
    'examenkandidatuur',
    'inschrijving',
    'schoolkoppeling',
    'school_stand',
    'leerling_pgn',
  ],
  ...['buiten_cohort', 'bevinding', 'aanlevering_blok', 'upload', 'aanlevering', 'leerling', 'opdracht'],
];
export const SCHOLEN = ['99AA00', '99BB00', '99ZZ00'] as const;

/** Intake on a database of its own: two vo schools (99AA00, 99BB00) and an mbo school (99ZZ00). No HTTP, no bells. */
export class Inname {
  /** What the haak was told. */
  readonly verwerkt: Verwerkt[] = [];
  /** Schools of which one waits. */
  readonly aangehouden: string[] = [];
  /** And who was touched by each undoing. */
  readonly ongedaan: string[][] = [];
  readonly client: Wie = {
    ...{ soort: 'client', id: 'proef-client', regioId: REGIO, naam: 'Proefclient' },
    rollen: [{ rol: 'aanleveraar', scholen: [...SCHOLEN], gemeenten: [], heleRegio: false }],
  };

  private constructor(
    readonly db: TestDatabase,
    readonly klok: TestKlok,
    readonly module: TestingModule,
  ) {}

  static async start(vandaag = '2026-03-16'): Promise<Inname> {
    const db = await testDatabase();
    // Closed with the module; the database itself is removed through the other one.
    const bron = await maakDataSource({ url: db.url, verbindingen: 20, naam: 'sluitend-test' }).initialize();
    const klok = new TestKlok(vandaag);
    const bouwer = Test.createTestingModule({
      imports: [
        ConfigModule.met(testConfig({ DATABASE_URL: db.url }), testSleutelbos(), klok),
        DatabaseModule.met(bron, new Transactie(bron, 'sluitend_worker')),
        WachtrijWorkerModule.met({ roosters: [], luister: false, eisAlleHandlers: false }),
        AanleveringModule,
        AanleveringWorkerModule,
      ],
      providers: [AanleveringenLeesmodel],
    });
    const module = await zonderBellen(bouwer).compile();
    const inname = new Inname(db, klok, module);
    module.get(BijVerwerkt).vul({
      verwerkt: (_tx, verwerkt) => {
        inname.verwerkt.push(verwerkt);
        return Promise.resolve();
      },
      aangehouden: (_tx, { school }) => {
        inname.aangehouden.push(school);
        return Promise.resolve();
      },
      neemSloten: () => Promise.resolve(true),
      laatLos: () => Promise.resolve(),
      ongedaan: async (tx) => {
        const rijen = await tx.query<{ id: string }[]>('select leerling_id::text as id from geraakt order by 1');
        inname.ongedaan.push(rijen.map((rij) => rij.id));
      },
    });
    await module.init();
    await inname.richtIn();
    return inname;
  }

  /** Nothing delivered yet. */
  async leeg(): Promise<void> {
    // in one transaction: a question does not go before who it is about
    await this.db.bron.query(GEVULD.map((tabel) => `delete from ${tabel}`).join(';'));
    this.verwerkt.length = 0;
    this.aangehouden.length = 0;
    this.ongedaan.length = 0;
  }

  async sluit(): Promise<void> {
    await this.module.close();
    await this.db.sluit();
  }

  upload(
    bestand: Buffer | string | readonly Exportrij[] | Readable,
    opties: Leveropties = {},
  ): Promise<UploadUitkomst> {
    const {
      school = '99AA00',
      modus = 'volledig',
      gzip = false,
      tekenset = 'open',
      formaat = null,
      sleutel = null,
      grenzen,
    } = opties;
    const peildatum = alsDatum(opties.peildatum ?? this.klok.vandaag());
    const inhoud = bestand instanceof Readable ? bestand : Readable.from(stukken(bytesVan(bestand, gzip)));
    const upload = {
      school,
      peildatum,
      modus,
      gzip,
      tekenset,
      formaat,
      idempotentieSleutel: sleutel,
      herstelVan: null,
      inhoud,
    };
    return this.module.get(UploadService).ontvang(this.client, upload, grenzen);
  }

  /** Uploads repaired rows of a delivery. */
  herstel(id: string, bestand: Buffer | string | readonly Exportrij[], wie = this.client): Promise<UploadUitkomst> {
    const inhoud = Readable.from(stukken(bytesVan(bestand, false)));
    return this.module
      .get(UploadService)
      .herstel(wie, id, { tekenset: 'open', gzip: false, idempotentieSleutel: null, inhoud });
  }

  async werk(opties: WerkAfOpties = {}): Promise<void> {
    await werkAf(this.module, opties);
  }

  /** The sweep of uploads whose process is gone. */
  async ruimUploadsOp(): Promise<void> {
    await this.db.transactie.voerUit({ wie: systeem(0) }, (tx) => this.module.get(UploadsHandler).voerUit(tx));
  }

  /** Uploads, lets the worker work, and tells how it ended. */
  async lever(bestand: Buffer | string | readonly Exportrij[], opties: Leveropties = {}): Promise<Verslag> {
    const { id } = await this.upload(bestand, opties);
    await this.werk();
    return this.verslag(id);
  }

  async verslag(id: string): Promise<Verslag> {
    const wie = systeem(REGIO);
    const leesmodel = this.module.get(AanleveringenLeesmodel);
    const aanlevering = await leesmodel.zoek(wie, id);
    const rijen = await this.db.transactie.voerUit({ wie }, (tx) => leesmodel.bevindingen(tx, wie, id, 100_000, '0'));
    return { ...aanlevering, gevonden: rijen.map(({ id: _, ...bevinding }) => bevinding) };
  }

  get besluiten(): Besluiten {
    return this.module.get(Besluiten);
  }

  async tel(tabel: string): Promise<number> {
    const [rij] = await this.db.bron.query<{ aantal: number }[]>(`select count(*)::int as aantal from ${tabel}`);
    return rij?.aantal ?? 0;
  }

  private async richtIn(): Promise<void> {
    await this.db.bron.query(`insert into regio (id, naam, vakantiezone) values ($1, 'Proefregio', 'Zuid')`, [REGIO]);
    await this.db.bron.query(
      `insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gemeente, gevolgd)
       select $1, left(code, 4), right(code, 2), code, case when code like '99ZZ%' then array['mbo'] else array['vmbo', 'havo', 'pro'] end,
              '0796', case when code like '99ZZ%' then '{}' else array['vmbo', 'pro'] end
         from unnest($2::text[]) as code`,
      [REGIO, SCHOLEN],
    );
  }
}

function bytesVan(bestand: Buffer | string | readonly Exportrij[], gzip: boolean): Buffer {
  const bytes = Buffer.isBuffer(bestand)
    ? bestand
    : Buffer.from(typeof bestand === 'string' ? bestand : alsCsv(bestand));
  return gzip ? gzipSync(bytes) : bytes;
}

function stukken(bytes: Buffer): Buffer[] {
  return Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, i) =>
    bytes.subarray(i * 65_536, (i + 1) * 65_536),
  );
}
