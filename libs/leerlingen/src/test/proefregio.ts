import { testSleutelbos } from '#config/test';
import type { Tx } from '#database';
import { testDatabase, type TestDatabase } from '#database/test';
import { alsDatum, schooljaarVan, systeem } from '#kern';
import { PgnSleutels } from '../pgn-sleutels.js';
import type { Levering, Treffer, Uitkomst, Verlies } from '../verwerking/levering.js';
import { Verwerking } from '../verwerking/verwerking.js';
import { WERKTABEL_KOLOMMEN } from '../werktabel.sql.js';
import { veldenVan, type Proefrij } from './rijen.js';

/** One delivery as a spec writes it; the peildatum decides on the schooljaar. */
export interface Proeflevering {
  school: string;
  peildatum: string;
  rijen: Proefrij[];
  modus?: 'volledig' | 'mutaties';
}

export interface Bevinding {
  regel: number;
  kolom: string;
  code: string;
  ernst: string;
  tekst: string;
}

export interface Verslag extends Uitkomst {
  id: string;
  bevindingen: Bevinding[];
  geraakte: string[];
  treffers: Treffer[];
}

const SCHOLEN = [
  { code: '99AA00', soorten: ['vmbo', 'havo'], gevolgd: ['vmbo'], gemeente: '0796' },
  { code: '99BB00', soorten: ['vmbo', 'pro', 'vso'], gevolgd: ['vmbo', 'pro', 'vso'], gemeente: '0828' },
  { code: '99ZZ00', soorten: ['mbo'], gevolgd: [], gemeente: '0772' },
  { code: '99YY00', soorten: ['mbo'], gevolgd: ['mbo'], gemeente: '0772' },
];

const GEVULD = [
  'koppelvoorstel',
  'contact',
  'elders_aangemeld',
  'diploma',
  'examenkandidatuur',
  'inschrijving',
  'schoolkoppeling',
  'school_stand',
  'leerling_pgn',
  'buiten_cohort',
  'bevinding',
  'aanlevering',
  'logboek',
  'leerling',
];

/** A region of its own in a database of its own: two vo schools (99AA00, 99BB00) and two mbo schools (99ZZ00, 99YY00 with entree). */
export class Proefregio {
  readonly regioId = 36;
  readonly verwerking: Verwerking;

  private constructor(
    readonly db: TestDatabase,
    readonly sleutels: PgnSleutels,
  ) {
    this.verwerking = new Verwerking(sleutels);
  }

  static async maak(): Promise<Proefregio> {
    return Proefregio.op(await testDatabase(), new PgnSleutels(testSleutelbos()));
  }

  /** In a database that something else uses as well, with its keys. */
  static async op(db: TestDatabase, sleutels: PgnSleutels): Promise<Proefregio> {
    const regio = new Proefregio(db, sleutels);
    await regio.richtIn();
    return regio;
  }

  /** Empty again but for the schools. */
  async leeg(): Promise<void> {
    const wis = GEVULD.map((tabel) => `delete from ${tabel}`).join('; ');
    await this.vraag(`set session_replication_role = replica; ${wis}; reset session_replication_role`);
  }

  sluit(): Promise<void> {
    return this.db.sluit();
  }

  /** Processes one delivery, and reads again what it turns out to be about, as aanlevering does. */
  async lever(levering: Proeflevering): Promise<Verslag> {
    const id = await this.legAanlevering(levering);
    return this.transactie(async (tx) => {
      const verslag = await this.verwerk(tx, id, levering);
      const wachtend = [...verslag.treffers];
      for (let treffer = wachtend.shift(); treffer !== undefined; treffer = wachtend.shift()) {
        const eerder = this.geleverd.get(treffer.aanleveringId);
        if (eerder === undefined) continue;
        const opnieuw = await this.verwerk(tx, treffer.aanleveringId, eerder, new Set(treffer.regels), id);
        wachtend.push(...opnieuw.treffers);
      }
      const geraakte = await tx.query<{ leerling_id: string }[]>('select leerling_id from geraakt order by 1');
      return { ...verslag, geraakte: geraakte.map((r) => r.leerling_id) };
    });
  }

  /** What a full delivery would take away. */
  async verdwijnend(levering: Proeflevering): Promise<Verlies> {
    const id = await this.legAanlevering(levering);
    return this.transactie(async (tx) => {
      const opdracht = await this.maakWerktabel(tx, id, levering);
      const verlies = await this.verwerking.verdwijnend(tx, opdracht);
      await tx.query(`drop table ${opdracht.werktabel}`);
      return verlies;
    });
  }

  /** A question to the database as its owner. */
  vraag<R>(sql: string, waarden: unknown[] = []): Promise<R[]> {
    return this.db.bron.query<R[]>(sql, waarden);
  }

  transactie<T>(werk: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.transactie.voerUit({ wie: systeem(this.regioId) }, werk);
  }

  private readonly geleverd = new Map<string, Proeflevering>();

  private async richtIn(): Promise<void> {
    await this.vraag(`insert into regio (id, naam, vakantiezone) values ($1, 'Proef', 'Zuid')`, [this.regioId]);
    for (const { code, soorten, gevolgd, gemeente } of SCHOLEN) {
      await this.vraag(
        `insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gevolgd, gemeente) values ($1, $2, $3, $4, $5, $6, $7)`,
        [this.regioId, code.slice(0, 4), code.slice(4), `School ${code}`, soorten, gevolgd, gemeente],
      );
    }
  }

  private async legAanlevering({ school, peildatum, modus = 'volledig', ...rest }: Proeflevering): Promise<string> {
    const [rij] = await this.vraag<{ id: string }>(
      `insert into aanlevering (regio_id, school, schooljaar, peildatum, modus, status, ontvangen_op, client_soort, client_id, sha256, bytes)
       values ($1, $2, $3, $4, $5, 'ontvangen', now(), 'client', 'proef', sha256(random()::text::bytea), 1) returning id`,
      [this.regioId, school, schooljaarVan(alsDatum(peildatum)), peildatum, modus],
    );
    const id = rij?.id ?? '';
    this.geleverd.set(id, { school, peildatum, modus, ...rest });
    return id;
  }

  private async verwerk(
    tx: Tx,
    id: string,
    levering: Proeflevering,
    alleen?: ReadonlySet<number>,
    aanleiding = id,
  ): Promise<Omit<Verslag, 'geraakte'>> {
    const opdracht = { ...(await this.maakWerktabel(tx, id, levering, alleen)), aanleiding };
    const uitkomst = await this.verwerking.verwerk(tx, opdracht);
    const bevindingen = await tx.query<Bevinding[]>(
      'select regel, kolom, code, ernst, tekst from matchbevinding order by regel, code',
    );
    const treffers = await this.verwerking.buitenCohortTreffers(tx, opdracht);
    await tx.query(`drop table ${opdracht.werktabel}`);
    return { id, ...uitkomst, bevindingen, treffers };
  }

  private async maakWerktabel(
    tx: Tx,
    id: string,
    levering: Proeflevering,
    alleen?: ReadonlySet<number>,
  ): Promise<Levering> {
    const herlezing = alleen !== undefined;
    const werktabel = `inname.${herlezing ? 'herlees' : 'rij'}_${id}`;
    await tx.query(`create unlogged table ${werktabel} (${WERKTABEL_KOLOMMEN})`);
    const rijen = levering.rijen
      .map((rij, i) => veldenVan(rij, i + 2, this.sleutels))
      .filter((rij) => alleen === undefined || alleen.has(rij.regel));
    await tx.query(`insert into ${werktabel} select * from json_populate_recordset(null::${werktabel}, $1)`, [
      JSON.stringify(rijen),
    ]);
    const peildatum = alsDatum(levering.peildatum);
    const { school, modus = 'volledig' } = levering;
    return {
      ...{ regioId: this.regioId, aanleveringId: id, school, schooljaar: schooljaarVan(peildatum), peildatum },
      ...{ modus: herlezing ? 'mutaties' : modus, werktabel, nu: new Date(), herlezing },
    };
  }
}
