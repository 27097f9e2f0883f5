import type { DataSource } from 'typeorm';

// Builders that write straight into the tables as the owner of the schema: a spec arranges, it does not go through intake.

export const DEN_BOSCH = '0796';
export const OSS = '0828';
export const SCHOOL_BOSCH = '99AA00';
export const SCHOOL_OSS = '99BB00';

/** Empties everything, what is append-only as well. */
export async function maakLeeg(bron: DataSource): Promise<void> {
  await bron.query(`begin; set local session_replication_role = replica; truncate regio cascade; commit`);
}

/**
 * A region with two gemeenten, a school in each (first lesson day 24 August 2026) and a procesbewaker.
 * @returns the id of the procesbewaker
 */
export async function maakRegio(bron: DataSource, nummer = 36): Promise<string> {
  await bron.query(`insert into regio (id, naam, vakantiezone) values ($1, 'Noordoost-Brabant', 'Zuid')`, [nummer]);
  await bron.query(
    `insert into gemeente (regio_id, code, naam) values ($1, $2, '''s-Hertogenbosch'), ($1, $3, 'Oss')`,
    [nummer, DEN_BOSCH, OSS],
  );
  await bron.query(
    `insert into school (regio_id, brin, vestigingsnummer, naam, onderwijssoorten, gemeente, gevolgd)
     values ($1, '99AA', '00', 'Demo College', '{vmbo}', $2, '{vmbo}'), ($1, '99BB', '00', 'Maasland', '{vmbo}', $3, '{vmbo}')`,
    [nummer, DEN_BOSCH, OSS],
  );
  await bron.query(
    `insert into eerste_lesdag (regio_id, school, schooljaar, datum) select $1, code, 2026, '2026-08-24' from school where regio_id = $1`,
    [nummer],
  );
  const bewaker = await maakMedewerker(bron, {
    regio: nummer,
    naam: 'Bea Bewaker',
    rol: 'generalist',
    heleRegio: true,
  });
  await bron.query(`update regio set procesbewaker_id = $2 where id = $1`, [nummer, bewaker]);
  return bewaker;
}

export interface MedewerkerOpties {
  regio?: number;
  naam: string;
  fte?: number;
  rol?: string;
  gemeenten?: string[];
  scholen?: string[];
  heleRegio?: boolean;
  team?: string;
  afwezig?: [van: string, tot: string];
}

export async function maakMedewerker(bron: DataSource, opties: MedewerkerOpties): Promise<string> {
  const {
    regio = 36,
    naam,
    fte = 1,
    rol = 'doorstroomcoach',
    gemeenten = [],
    scholen = [],
    heleRegio = false,
  } = opties;
  const [{ id }] = await bron.query<[{ id: string }]>(
    `insert into medewerker (regio_id, email, naam, fte) values ($1, $2, $3, $4) returning id`,
    [regio, `${naam.toLowerCase().replaceAll(' ', '.')}@regio.example`, naam, fte],
  );
  const overal = heleRegio || (gemeenten.length === 0 && scholen.length === 0);
  await bron.query(
    `insert into medewerker_rol (regio_id, medewerker_id, rol, gemeenten, scholen, hele_regio) values ($1, $2, $3, $4, $5, $6)`,
    [regio, id, rol, gemeenten, scholen, overal],
  );
  if (opties.team !== undefined) {
    await bron.query(`insert into teamlid (regio_id, team, medewerker_id) values ($1, $2, $3)`, [
      regio,
      opties.team,
      id,
    ]);
  }
  if (opties.afwezig !== undefined) {
    await bron.query(`insert into afwezigheid (regio_id, medewerker_id, van, tot) values ($1, $2, $3, $4)`, [
      regio,
      id,
      ...opties.afwezig,
    ]);
  }
  return id;
}

export async function maakTeam(bron: DataSource, code: string, casussenPerFte = 80, regio = 36): Promise<void> {
  await bron.query(`insert into team (regio_id, code, naam, casussen_per_fte) values ($1, $2, initcap($2), $3)`, [
    regio,
    code,
    casussenPerFte,
  ]);
}

export interface RegelOpties {
  regio?: number;
  volgorde: number;
  team: string;
  periode?: string[];
  school?: string[];
  woongemeente?: string[];
  doelgroep?: string[];
  onderwijssoort?: string[];
  signaal?: string[];
  geldigVan?: string;
  geldigTot?: string;
}

export async function maakRegel(bron: DataSource, r: RegelOpties): Promise<string> {
  const [{ id }] = await bron.query<[{ id: string }]>(
    `insert into routeringsregel (regio_id, volgorde, omschrijving, team, periode, school, woongemeente, doelgroep, onderwijssoort,
       signaal, geldig_van, geldig_tot) values ($1, $2, 'regel ' || $2::int, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [
      r.regio ?? 36,
      r.volgorde,
      r.team,
      r.periode ?? null,
      r.school ?? null,
      r.woongemeente ?? null,
      r.doelgroep ?? null,
      r.onderwijssoort ?? null,
      r.signaal ?? null,
      r.geldigVan ?? '2000-01-01',
      r.geldigTot ?? null,
    ],
  );
  return id;
}

export interface LeerlingOpties {
  regio?: number;
  /** Default: 1 March 2010, kwalificatieplichtig in the summer of 2026. */
  geboortedatum?: string;
  roepnaam?: string;
  woongemeente?: string | null;
  school?: string;
  schooljaar?: number;
  onderwijssoort?: string;
}

/** A youngster who was candidate in the schooljaar (default 2025-2026). */
export async function maakLeerling(bron: DataSource, opties: LeerlingOpties = {}): Promise<string> {
  const { regio = 36, geboortedatum = '2010-03-01', roepnaam = 'Milan', woongemeente = OSS } = opties;
  const { school = SCHOOL_BOSCH, schooljaar = 2025, onderwijssoort = 'vmbo' } = opties;
  const [{ id }] = await bron.query<[{ id: string }]>(
    `insert into leerling (regio_id, achternaam, roepnaam, geboortedatum, woongemeente, achternaam_norm, roepnaam_norm)
     values ($1, 'Jansen', $2, $3, $4, 'jansen', lower($2)) returning id`,
    [regio, roepnaam, geboortedatum, woongemeente],
  );
  await bron.query(
    `insert into examenkandidatuur (regio_id, leerling_id, school, schooljaar, leerlingnummer, onderwijssoort, eerste_peildatum, laatste_peildatum)
     values ($1, $2, $3, $4, 'L' || $2::bigint, $5, make_date($4, 10, 1), make_date($4, 10, 1))`,
    [regio, id, school, schooljaar, onderwijssoort],
  );
  return id;
}
