import { Binds, type Tx } from '#database';
import { scholenVan, type Datum, type Reden, type Wie } from '#kern';
import { namenZichtbaar, redenVan, type Kolommen } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { InschrijvingAntwoord, LeerlingAntwoord, LeerlingSchool } from './leerling.dto.js';

/** How a youngster is looked for. */
export type Zoekwijze =
  | { soort: 'id'; id: string }
  | { soort: 'pgn'; hash: Buffer }
  | { soort: 'naam'; achternaam: string; geboortedatum: string }
  | { soort: 'nummer'; leerlingnummer: string; school: string };

export interface LeerlingRij {
  id: string;
  roepnaam: string;
  voorvoegsel: string | null;
  achternaam: string;
  geboortedatum: string;
  geslacht: string | null;
  postcode: string | null;
  woongemeente: string | null;
  woongemeenteAfgeleid: boolean;
  adresGeheim: boolean;
  afgeleid: boolean;
  doelgroep: Exclude<LeerlingAntwoord['doelgroep'], undefined>;
  scholen: LeerlingSchool[];
  nietBevestigd: boolean;
  reden: Reden;
}

export interface InschrijvingRij {
  id: string;
  school: string;
  schoolNaam: string;
  leerlingnummer: string;
  opleidingscode: string | null;
  opleiding: string | null;
  groep: string | null;
  onderwijssoort: string;
  leerweg: string | null;
  niveau: number | null;
  leerjaar: number | null;
  status: InschrijvingAntwoord['status'];
  statusAfgeleid: boolean;
  statusDatum: string;
  begindatum: string;
  einddatum: string | null;
  verschenenOp: string | null;
  bijzonderheid: string | null;
  examenkandidaat: boolean;
  gezienDatum: string;
  verdwenenDatum: string | null;
  nietBevestigd: boolean;
  adresGeheim: boolean;
  reden: Reden;
}

/** More hits than this means that the question was too wide. */
const HOOGSTENS = 50;

const LEERLING: Kolommen = { onderwerp: 'leerling', leerling: 'l.id', woongemeente: 'l.woongemeente' };
const INSCHRIJVING: Kolommen = {
  ...{ onderwerp: 'inschrijving', leerling: 'i.leerling_id', school: 'i.school', woongemeente: 'l.woongemeente' },
};

/** Youngsters and their enrolments as one screen shows them, for who may see them with their name. */
@Injectable()
export class LeerlingenLeesmodel {
  /** Whoever fits and is in the asker's scope. */
  async zoek(tx: Tx, wie: Wie, zoekwijze: Zoekwijze, vandaag: Datum): Promise<LeerlingRij[]> {
    const b = new Binds();
    const regio = b.bind(wie.regioId);
    return tx.query<LeerlingRij[]>(
      `select l.id, l.roepnaam, l.voorvoegsel, l.achternaam, l.geboortedatum, l.geslacht, l.postcode, l.woongemeente,
              l.woongemeente_afgeleid as "woongemeenteAfgeleid", l.adres_geheim as "adresGeheim", l.afgeleid,
              doelgroep_op(l.regio_id, l.id, ${b.bind(vandaag)}::date) as doelgroep,
              (select coalesce(json_agg(json_build_object('school', k.school, 'schoolNaam', s.naam, 'leerlingnummer', k.leerlingnummer)
                                order by k.school, k.leerlingnummer), '[]')
                 from schoolkoppeling k join school s on s.regio_id = k.regio_id and s.code = k.school
                where k.regio_id = l.regio_id and k.leerling_id = l.id) as scholen,
              exists (select from inschrijving i where i.regio_id = l.regio_id and i.leerling_id = l.id and i.niet_bevestigd
                         and ${namenZichtbaar(wie, INSCHRIJVING, b)}) as "nietBevestigd",
              ${redenVan(wie, LEERLING, b)} as reden
         from leerling l
        where l.regio_id = ${regio} and ${voorwaarde(wie, zoekwijze, regio, b)} and ${namenZichtbaar(wie, LEERLING, b)}
        order by l.achternaam_norm, l.roepnaam_norm, l.id limit ${HOOGSTENS}`,
      b.waarden,
    );
  }

  async inschrijvingen(tx: Tx, wie: Wie, leerlingId: string): Promise<InschrijvingRij[]> {
    const b = new Binds();
    return tx.query<InschrijvingRij[]>(
      `select i.id, i.school, s.naam as "schoolNaam", i.leerlingnummer, i.opleidingscode, i.opleiding, i.groep, i.onderwijssoort,
              i.leerweg, i.niveau, i.leerjaar, coalesce(i.afgeleide_status, i.status) as status,
              i.afgeleide_status is not null as "statusAfgeleid",
              case when i.afgeleide_status is null then i.status_datum else i.verdwenen_op end as "statusDatum", i.begindatum,
              i.einddatum, i.verschenen_op as "verschenenOp", i.bijzonderheid, i.examenkandidaat, i.gezien_op as "gezienDatum",
              i.verdwenen_op as "verdwenenDatum", i.niet_bevestigd as "nietBevestigd", l.adres_geheim as "adresGeheim",
              ${redenVan(wie, INSCHRIJVING, b)} as reden
         from inschrijving_gezien i
         join leerling l on l.regio_id = i.regio_id and l.id = i.leerling_id
         join school s on s.regio_id = i.regio_id and s.code = i.school
        where i.regio_id = ${b.bind(wie.regioId)} and i.leerling_id = ${b.bind(leerlingId)}::bigint
          and ${namenZichtbaar(wie, INSCHRIJVING, b)}
        order by i.begindatum desc, i.id desc`,
      b.waarden,
    );
  }
}

function voorwaarde(wie: Wie, zoekwijze: Zoekwijze, regio: string, b: Binds): string {
  switch (zoekwijze.soort) {
    case 'id':
      return `l.id = huidige_leerling(${regio}, ${b.bind(zoekwijze.id)}::bigint)`;
    case 'pgn':
      return `l.id = (select g.leerling_id from leerling_pgn g where g.regio_id = ${regio} and g.hash = ${b.bind(zoekwijze.hash)})`;
    case 'nummer':
      return `l.id = (select k.leerling_id from schoolkoppeling k where k.regio_id = ${regio}
        and k.school = ${b.bind(zoekwijze.school)} and k.leerlingnummer = ${b.bind(zoekwijze.leerlingnummer)})
        and ${magSchoolWeten(wie, zoekwijze.school, regio, b)}`;
    case 'naam': {
      const naam = `${b.bind(zoekwijze.achternaam)}::text`;
      return `l.samengevoegd_in is null and l.geboortedatum = ${b.bind(zoekwijze.geboortedatum)}::date
        and naam_gelijk(naam_norm(${naam}), ${naam}, l.achternaam_norm, l.achternaam)`;
    }
  }
}

/** A hit by number tells at which school someone is: with a secret address only to that school and who holds the casus. */
function magSchoolWeten(wie: Wie, school: string, regio: string, b: Binds): string {
  if (wie.soort === 'systeem' || scholenVan(wie, 'zorgcoordinator', 'decaan').includes(school)) return 'true';
  if (wie.soort !== 'medewerker') return 'not l.adres_geheim';
  return `(not l.adres_geheim or exists (select from casus c
    where c.regio_id = ${regio} and c.leerling_id = l.id and c.loopt and c.verantwoordelijke_id = ${b.bind(wie.id)}::bigint))`;
}
