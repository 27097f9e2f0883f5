import { BijSamenvoegen, Beslissen, KoppelvoorstellenModule, PgnSleutels, Samenvoegen } from '#leerlingen';
import { bsn, onderwijsnummer } from '#leerlingen/test';
import type { Wie } from '#kern';
import { werkAf } from '#wachtrij/test';
import { maakOpstelling, REGIO, type Opstelling } from './opstelling.js';
import { ROC, Toneel } from './toneel.js';

/** One of two records that may be of one youngster. */
export interface Helft {
  school: 0 | 1;
  uitslag: string;
  /** Status of an application at the mbo. */
  aanmelding: string | null;
  pgn: 'bsn' | 'onderwijsnummer' | null;
  diploma: boolean;
  elders: string | null;
  bestemming: boolean;
  geheim: boolean;
  contact: boolean;
}

export const GEWOON: Helft = {
  ...{
    school: 0,
    uitslag: 'geslaagd',
    aanmelding: null,
    pgn: null,
    diploma: false,
    elders: null,
    bestemming: false,
    geheim: false,
    contact: false,
  },
};

/** Everything around two records: the worker's side, a stage, and someone who decides. */
export class Dubbel {
  private nummer = 0;
  scholen: [string, string] = ['', ''];
  wie!: Wie;

  private constructor(
    readonly o: Opstelling,
    readonly t: Toneel,
  ) {}

  static async maak(vandaag: string): Promise<Dubbel> {
    const o = await maakOpstelling(vandaag, 20, [KoppelvoorstellenModule]);
    const d = new Dubbel(o, new Toneel(o.db.bron));
    await d.t.bouw();
    d.scholen = [await d.t.school(), await d.t.school()];
    await d.t.allesGeleverd(vandaag);
    const [bewaker] = await o.db.bron.query<{ id: string }[]>(
      'select procesbewaker_id as id from regio where id = $1',
      [REGIO],
    );
    const rol = { rol: 'generalist' as const, scholen: [], gemeenten: [], heleRegio: true };
    d.wie = { ...o.wie, soort: 'medewerker', id: bewaker?.id ?? '', naam: 'Bea', rollen: [rol] };
    return d;
  }

  get beslissen(): Beslissen {
    return this.o.app.get(Beslissen, { strict: false });
  }

  get tabellen(): readonly string[] {
    const eigen = this.o.app.get(Samenvoegen, { strict: false }).tabellen;
    expect(this.o.app.get(BijSamenvoegen, { strict: false }).inhoud.tabellen.every((h) => eigen.includes(h))).toBe(
      true,
    );
    return eigen.map((h) => h.tabel);
  }

  vraag<R>(sql: string, waarden: unknown[] = []): Promise<R[]> {
    return this.o.db.bron.query<R[]>(sql, waarden);
  }

  async werk(): Promise<void> {
    await werkAf(this.o.app);
  }

  /** Makes one record as deliveries and people would have left it. */
  async helft(h: Helft): Promise<string> {
    const nr = (this.nummer += 1);
    const school = this.scholen[h.school];
    const id = await this.t.leerling();
    await this.t.kandidaat(id, school, { uitslag: h.uitslag, laatste: `2025-10-0${(nr % 5) + 1}` });
    if (h.aanmelding !== null) await this.t.rij(id, '2026-06-20', { status: h.aanmelding });
    if (h.elders !== null) await this.t.elders(id, school, '88XX', h.elders, `2026-05-0${(nr % 5) + 1}`);
    for (const s of [school, ROC])
      await this.vraag(
        `insert into schoolkoppeling (regio_id, school, leerlingnummer, leerling_id, identiteit, sinds) values ($1, $2, 'L' || $3::bigint, $3, $4, '2025-10-01')`,
        [REGIO, s, id, nr],
      );
    if (h.diploma)
      await this.vraag(
        `insert into diploma (regio_id, leerling_id, onderwijssoort, leerweg, datum, datum_afgeleid, startkwalificatie) values ($1, $2, 'vmbo', 'tl', $3, $4, false)`,
        [REGIO, id, `2026-06-1${nr % 5}`, nr % 2 === 0],
      );
    if (h.contact)
      await this.vraag(
        `insert into contact (regio_id, leerling_id, soort, telefoon, bron_school, bron_op)
         values ($1, $2, 'ouder1', '+3161234567' || $3::int, $4, date '2026-01-01' + $3::int)`,
        [REGIO, id, nr % 10, school],
      );
    if (h.pgn !== null)
      await this.pgn(id, h.pgn === 'bsn' ? bsn(nr) : onderwijsnummer(nr), h.pgn === 'onderwijsnummer');
    await this.vraag(
      `update leerling set bron_school = $3, bron_leerlingnummer = 'L' || $2::bigint, bron_op = date '2026-01-01' + $4::int, adres_geheim = $5,
         adres_geheim_bij = case when $5 then array[$3] else '{}' end, postcode = '5211AB' where regio_id = $1 and id = $2`,
      [REGIO, id, school, nr, h.geheim],
    );
    return id;
  }

  async pgn(id: string, nummer: string, isOnderwijsnummer: boolean): Promise<void> {
    const sleutels = this.o.app.get(PgnSleutels, { strict: false });
    await this.vraag(
      `insert into leerling_pgn (regio_id, hash, leerling_id, waarde, onderwijsnummer) values ($1, $2, $3, $4, $5)`,
      [REGIO, sleutels.hash(nummer), id, sleutels.versleutel(nummer, id, REGIO), isOnderwijsnummer],
    );
  }

  /** Somebody gave this traject another end. */
  async bestemming(id: string): Promise<void> {
    await this.vraag(
      `update traject set bestemming = 'particulier', bestemming_bewijs = 'brief', bestemming_door = 'medewerker:1', bestemming_geldig_van = '2026-06-01',
              bestemming_geldig_tot = '2027-07-31'
        where regio_id = $1 and leerling_id = $2`,
      [REGIO, id],
    );
  }

  /** The question whether `leerling` (provisional) is `kandidaat`. */
  async voorstel(leerling: string, kandidaat: string): Promise<string> {
    const [rij] = await this.vraag<{ id: string }>(
      `insert into koppelvoorstel (regio_id, leerling_id, kandidaat_id, score, aanleiding, bewijs, school, aanlevering_id, gemaakt_op)
       select $1, $2, $3, 800, 'score', '[{"veld":"achternaam","oordeel":"gelijk","punten":300},{"veld":"postcode","oordeel":"anders","punten":-50}]',
              $4, min(id), now() from aanlevering returning id`,
      [REGIO, leerling, kandidaat, this.scholen[0]],
    );
    await this.vraag('update leerling set voorlopig = true where regio_id = $1 and id = $2', [REGIO, leerling]);
    return rij?.id ?? '';
  }

  async versie(voorstel: string): Promise<number> {
    const [rij] = await this.vraag<{ versie: number }>('select versie from koppelvoorstel where id = $1', [voorstel]);
    return rij?.versie ?? 0;
  }

  async beslis(voorstel: string, besluit: 'zelfde' | 'verschillend') {
    return this.beslissen.beslis(this.wie, voorstel, { besluit, versie: await this.versie(voorstel) });
  }

  async maakOngedaan(voorstel: string) {
    return this.beslissen.maakOngedaan(this.wie, voorstel, { versie: await this.versie(voorstel) });
  }

  /** Every row of every table that hangs on a leerling, but for versie and ciphertext (read instead). */
  async foto(): Promise<Record<string, unknown[]>> {
    const foto: Record<string, unknown[]> = {};
    const sleutels = this.o.app.get(PgnSleutels, { strict: false });
    for (const tabel of this.tabellen) {
      const rijen = await this.vraag<{ rij: Record<string, unknown> }>(
        `select to_jsonb(t) - 'versie' as rij from ${tabel} t where regio_id = $1 ${tabel === 'taak' ? 'and casus_id is not null' : ''}
          order by (to_jsonb(t) - 'versie' - 'waarde')::text`,
        [REGIO],
      );
      foto[tabel] = rijen.map(({ rij: { waarde, ...rij } }) =>
        tabel === 'leerling_pgn' && typeof waarde === 'string'
          ? { ...rij, pgn: sleutels.ontsleutel(Buffer.from(waarde.slice(2), 'hex'), String(rij['leerling_id']), REGIO) }
          : { ...rij, ...(waarde === undefined ? {} : { waarde }) },
      );
    }
    return foto;
  }

  /** Rows of these tables that hang on a leerling. */
  async hangtAan(id: string): Promise<Record<string, number>> {
    const telling: Record<string, number> = {};
    for (const tabel of this.tabellen.filter(
      (n) => !['leerling', 'taak', 'casus_reden', 'koppelvoorstel', 'standverloop', 'opschaling'].includes(n),
    )) {
      const [rij] = await this.vraag<{ n: number }>(
        `select count(*)::int as n from ${tabel} where regio_id = $1 and leerling_id = $2`,
        [REGIO, id],
      );
      if ((rij?.n ?? 0) > 0) telling[tabel] = rij?.n ?? 0;
    }
    return telling;
  }

  /** The ledger of today, and what must hold of it. */
  async grootboek(op: string): Promise<{ kandidaten: number; onverklaard: number }> {
    const [rij] = await this.vraag<{ kandidaten: number; onverklaard: number }>(
      `select count(*)::int as kandidaten, (count(*) filter (where stand = 'onverklaard'))::int as onverklaard from doorstroom_stand($1, 2025, $2)`,
      [REGIO, op],
    );
    return rij ?? { kandidaten: 0, onverklaard: 0 };
  }
}
