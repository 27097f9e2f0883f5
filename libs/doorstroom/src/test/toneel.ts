import { maakLeerling, maakMedewerker, maakRegel, maakRegio, maakTeam } from '#casussen/test';
import type { DataSource } from 'typeorm';
import { REGIO } from './opstelling.js';

/** A school that delivers mbo rows, one mbo school that does not, and two more vo schools that deliver. */
export const ROC = '99ZZ00';
export const ROC_TWEE = '99YY00';
export const ROC_ELDERS = '88XX00';
export const VO_ANDERS = '77VO00';

/** A candidacy as a vo school delivers it. */
export interface Kandidaat {
  geboortedatum?: string;
  soort?: string;
  leerweg?: string | null;
  niveau?: number | null;
  profiel?: string | null;
  uitslag?: string;
  vervolgkeuze?: string | null;
  teruggetrokkenOp?: string | null;
  /** First peildatum with J, and the one from which J is unbroken. */
  eerste?: string;
  laatste?: string;
  schooljaar?: number;
  /** Begin of the exam enrolment. */
  begin?: string;
}

/** A row of a delivery. The same `sleutel` again replaces what was delivered before. */
export interface Rij {
  sleutel?: string;
  school?: string;
  soort?: string;
  leerweg?: string | null;
  niveau?: number | null;
  status?: string;
  statusDatum?: string;
  begin?: string;
  eind?: string | null;
  verschenen?: string | null;
  bijzonderheid?: string | null;
  nietBevestigd?: boolean;
  /** The full delivery of this date no longer holds it. */
  weg?: boolean;
}

/** Writes what deliveries would have written, straight into the tables; see leerlingen for the real way. */
export class Toneel {
  private nummer = 0;
  private aanlevering = '';

  constructor(readonly bron: DataSource) {}

  async bouw(): Promise<void> {
    await maakRegio(this.bron, REGIO);
    await maakTeam(this.bron, 'coaches', 5000);
    await maakMedewerker(this.bron, { naam: 'Cas Coach', team: 'coaches' });
    await maakRegel(this.bron, { volgorde: 10, team: 'coaches' });
    await this.bron.query(
      `insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gemeente, gevolgd, levert) values
         ($1, '99ZZ', '00', 'Demo ROC', '{mbo}', '0796', '{}', true), ($1, '99YY', '00', 'Tweede ROC', '{mbo}', '0796', '{mbo}', true),
         ($1, '88XX', '00', 'ROC elders', '{mbo}', '0363', '{}', false), ($1, '77VO', '00', 'Ander college', '{vmbo,havo}', '0796', '{}', true)`,
      [REGIO],
    );
    await this.bron.query(
      `insert into eerste_lesdag select $1, code, 2026, '2026-08-24' from school where regio_id = $1 on conflict do nothing`,
      [REGIO],
    );
    const [rij] = await this.bron.query<{ id: string }[]>(
      `insert into aanlevering (regio_id, school, schooljaar, peildatum, modus, status, ontvangen_op, client_soort, client_id, sha256, bytes, regels)
       values ($1, '99AA00', 2025, '2025-10-01', 'volledig', 'verwerkt', now(), 'client', 'school-99AA', '', 0, 0) returning id`,
      [REGIO],
    );
    this.aanlevering = rij?.id ?? '';
  }

  /** A school of its own, so that a situation has a run of its own. */
  async school(gevolgd = ['vmbo', 'pro', 'vso', 'vavo', 'isk', 'havo', 'mbo']): Promise<string> {
    const code = `${String(10 + Math.floor(this.nummer / 26))}S${String.fromCodePoint(65 + (this.nummer % 26))}00`;
    this.nummer += 1;
    await this.bron.query(
      `insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gemeente, gevolgd) values ($1, left($2, 4), '00', $2, '{vmbo}', '0796', $3)`,
      [REGIO, code, gevolgd],
    );
    await this.bron.query(`insert into eerste_lesdag values ($1, $2, 2026, '2026-08-24')`, [REGIO, code]);
    return code;
  }

  /** A leerling without candidacy. */
  async leerling(geboortedatum = '2010-03-01'): Promise<string> {
    const id = await maakLeerling(this.bron, { regio: REGIO, geboortedatum, schooljaar: 1990 });
    await this.bron.query(`delete from examenkandidatuur where leerling_id = $1`, [id]);
    return id;
  }

  /** Delivers the leerling as candidate, with the exam enrolment; again changes it. */
  async kandidaat(leerling: string, school: string, k: Kandidaat = {}): Promise<void> {
    const { soort = 'vmbo', leerweg = null, niveau = null, schooljaar = 2025, begin = '2022-08-22' } = k;
    const sleutel = `eigen-${school}`;
    const [al] = await this.bron.query<{ id: string }[]>(`select id from inschrijving where rijsleutel = $1`, [
      `${leerling}-${sleutel}`,
    ]);
    const vers = { sleutel, school, soort, leerweg, niveau, begin, status: 'ingeschreven', statusDatum: begin };
    const eigen = al?.id ?? (await this.rij(leerling, `${schooljaar}-10-01`, vers));
    const eerste = k.eerste ?? `${schooljaar}-10-01`;
    await this.bron.query(
      `insert into examenkandidatuur (regio_id, leerling_id, school, schooljaar, leerlingnummer, onderwijssoort, leerweg, niveau, uitslag,
         uitstroomprofiel, vervolgkeuze, eerste_peildatum, laatste_peildatum, teruggetrokken_op, inschrijving_id)
       values ($1, $2, $3, $4, 'L' || $2::bigint, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
       on conflict (regio_id, leerling_id, schooljaar, school) do update set uitslag = excluded.uitslag, leerweg = excluded.leerweg,
         vervolgkeuze = coalesce(excluded.vervolgkeuze, examenkandidatuur.vervolgkeuze), teruggetrokken_op = excluded.teruggetrokken_op,
         laatste_peildatum = excluded.laatste_peildatum, uitstroomprofiel = coalesce(excluded.uitstroomprofiel, examenkandidatuur.uitstroomprofiel)`,
      [
        REGIO,
        leerling,
        school,
        schooljaar,
        soort,
        leerweg,
        niveau,
        k.uitslag ?? 'onbekend',
        k.profiel ?? null,
        k.vervolgkeuze ?? null,
        eerste,
        k.laatste ?? eerste,
        k.teruggetrokkenOp ?? null,
        eigen,
      ],
    );
    await this.bron.query(`update inschrijving set examenkandidaat = true where id = $1`, [eigen]);
  }

  /** Delivers a row on a date; gives its id. A row that isn't in it (`weg`) stays as it was. */
  async rij(leerling: string, op: string, r: Rij): Promise<string> {
    const { sleutel = 'a', school = ROC, status = 'aangemeld' } = r;
    const rijsleutel = `${leerling}-${sleutel}`;
    if (r.weg === true) {
      await this.bron.query(`update inschrijving set verdwenen_op = $3 where regio_id = $1 and rijsleutel = $2`, [
        REGIO,
        rijsleutel,
        op,
      ]);
      return '';
    }
    const soort =
      r.soort ?? (school.startsWith('99Z') || school.startsWith('99Y') || school.startsWith('88X') ? 'mbo' : 'vmbo');
    const [rij] = await this.bron.query<{ id: string }[]>(
      `insert into inschrijving as i (regio_id, leerling_id, school, leerlingnummer, rijsleutel, onderwijssoort, leerweg, niveau, status,
         status_datum, verschenen_op, bijzonderheid, begindatum, einddatum, bron_aanlevering_id, geschreven_op, niet_bevestigd)
       values ($1, $2, $3, 'L' || $2::bigint, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
       on conflict (regio_id, school, rijsleutel) do update set status = excluded.status, status_datum = excluded.status_datum,
         verschenen_op = excluded.verschenen_op, bijzonderheid = excluded.bijzonderheid, begindatum = excluded.begindatum, einddatum = excluded.einddatum,
         geschreven_op = excluded.geschreven_op, niet_bevestigd = excluded.niet_bevestigd, verdwenen_op = null, afgeleide_status = null
       returning id`,
      [
        REGIO,
        leerling,
        school,
        rijsleutel,
        soort,
        r.leerweg ?? null,
        r.niveau ?? (soort === 'mbo' ? 2 : null),
        status,
        r.statusDatum ?? op,
        r.verschenen ?? null,
        r.bijzonderheid ?? null,
        r.begin ?? '2026-08-24',
        r.eind ?? null,
        this.aanlevering,
        op,
        r.nietBevestigd ?? false,
      ],
    );
    return rij?.id ?? '';
  }

  /** What the exam school sees of an application elsewhere. */
  async elders(leerling: string, school: string, brin: string, status: string, statusDatum: string): Promise<void> {
    await this.bron.query(
      `insert into elders_aangemeld (regio_id, leerling_id, brin, schooljaar, bron_school, status, status_datum, bron_aanlevering_id)
       values ($1, $2, $3, 2025, $4, $5, $6, $7)
       on conflict (regio_id, leerling_id, brin, schooljaar) do update set status = excluded.status, status_datum = excluded.status_datum`,
      [REGIO, leerling, brin, school, status, statusDatum, this.aanlevering],
    );
  }

  /** A school that should deliver is silent since two werkdagen on this date; null: it speaks again. */
  async stil(school: string, op: string | null): Promise<void> {
    if (op === null)
      await this.bron.query(
        `update signaal set gesloten_op = now(), sluitreden = 'opgelost' where school = $1 and gesloten_op is null`,
        [school],
      );
    else
      await this.bron.query(
        `insert into signaal (regio_id, school, schooljaar, soort, peildatum, geopend_op) values ($1, $2, schooljaar_van($3), 'geenAanlevering', $3, now())`,
        [REGIO, school, op],
      );
  }

  /** Somebody gives the traject of this cohort another end; null takes it back. */
  async bestem(leerling: string, bestemming: string | null, van: string, tot: string | null): Promise<void> {
    const heeft = bestemming === null ? null : 'brief';
    await this.bron.query(
      `update traject set bestemming = $2, bestemming_bewijs = $3, bestemming_door = $4, bestemming_geldig_van = $5, bestemming_geldig_tot = $6 where leerling_id = $1`,
      [leerling, bestemming, heeft, heeft, bestemming === null ? null : van, tot],
    );
  }

  /** Somebody confirms the arrival at a school that does not deliver. */
  async bevestig(leerling: string, brin: string, op: string, tot: string | null): Promise<void> {
    await this.bron.query(
      `update traject set aankomst_brin = $2, aankomst_op = $3, aankomst_bevestigd_op = $3, aankomst_bewijs = 'verklaringSchool',
         aankomst_door = 'medewerker:1', aankomst_geldig_tot = $4 where leerling_id = $1`,
      [leerling, brin, op, tot],
    );
  }

  /** Every school that is no exam school, and this one (or all), delivered in full on this date: rows that are not `weg` were seen. */
  async allesGeleverd(op: string, school?: string): Promise<void> {
    await this.bron.query(
      `insert into school_stand (regio_id, school, laatste_op, volledig_op)
       select regio_id, code, $2, $2 from school where regio_id = $1 and ($3::text is null or code = $3 or code = any ($4))
       on conflict (regio_id, school) do update set laatste_op = excluded.laatste_op, volledig_op = excluded.volledig_op`,
      [REGIO, op, school ?? null, [ROC, ROC_TWEE, ROC_ELDERS, VO_ANDERS, '99AA00', '99BB00']],
    );
  }
}
