import type { Tx } from '#database';
import { Injectable } from '@nestjs/common';
import type { Inrichting } from './inrichting.js';

/** Answers about the organisation of a region. */
@Injectable()
export class OrganisatieVragen {
  /** The regions of this instance, by number. */
  async regios(tx: Tx): Promise<{ nummer: number; naam: string }[]> {
    return tx.query<{ nummer: number; naam: string }[]>(`select id as nummer, naam from regio order by id`);
  }

  /** Whether this instance is a proef, where the set-up itself binds people to the built-in provider. */
  async isProef(tx: Tx): Promise<boolean> {
    const [rij] = await tx.query<{ soort: string }[]>(`select soort from instantie`);
    return rij?.soort === 'proef';
  }

  /** In a proef: which of these addresses are the account of somebody active in another region. */
  async proefAccountsElders(
    tx: Tx,
    regioId: number,
    adressen: readonly string[],
  ): Promise<{ adres: string; regioId: number }[]> {
    return tx.query(PROEF_ACCOUNTS_ELDERS, [regioId, adressen]);
  }

  /** The current set-up of a region, or null when it has none. */
  async inrichting(tx: Tx, regioId: number): Promise<Required<Inrichting> | null> {
    const [rij] = await tx.query<{ inrichting: Required<Inrichting> }[]>(INRICHTING, [regioId]);
    return rij?.inrichting ?? null;
  }
}

const PROEF_ACCOUNTS_ELDERS = `
select a.sub as adres, a.regio_id as "regioId"
  from account a join medewerker m on m.regio_id = a.regio_id and m.id = a.medewerker_id and m.actief
 where a.issuer = 'proef' and a.regio_id <> $1 and a.sub = any ($2::text[]) and exists (select from instantie where soort = 'proef')
 order by array_position($2::text[], a.sub)`;

const INRICHTING = `
select jsonb_build_object(
  'regio', jsonb_build_object('nummer', r.id, 'naam', r.naam, 'vakantiezone', r.vakantiezone, 'procesbewaker', p.email),
  'gemeenten', (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'naam', naam) order by code), '[]')
                  from gemeente where regio_id = r.id and geldig_tot is null),
  'scholen', (select coalesce(jsonb_agg(jsonb_build_object('brin', brin, 'vestigingsnummer', vestigingsnummer, 'naam', naam,
                'onderwijssoorten', onderwijssoorten, 'gemeente', gemeente, 'gevolgd', gevolgd, 'levert', levert,
                'eersteLesdag', (select coalesce(jsonb_agg(jsonb_build_object('schooljaar', schooljaar, 'datum', datum) order by schooljaar), '[]')
                                   from eerste_lesdag where regio_id = r.id and school = s.code)) order by code), '[]')
                from school s where regio_id = r.id and geldig_tot is null),
  'medewerkers', (select coalesce(jsonb_agg(jsonb_build_object('email', email, 'naam', naam, 'fte', fte,
                'uitvoeringsorganisatie', uitvoeringsorganisatie,
                'rollen', (select coalesce(jsonb_agg(jsonb_build_object('rol', rol, 'scholen', scholen, 'gemeenten', gemeenten) order by rol), '[]')
                             from medewerker_rol where regio_id = r.id and medewerker_id = m.id),
                'afwezig', (select coalesce(jsonb_agg(jsonb_build_object('van', a.van, 'tot', a.tot, 'vervanger', v.email) order by a.van), '[]')
                              from afwezigheid a left join medewerker v on v.regio_id = r.id and v.id = a.vervanger_id
                             where a.regio_id = r.id and a.medewerker_id = m.id)) order by email), '[]')
                from medewerker m where regio_id = r.id and actief),
  'teams', (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'naam', naam, 'casussenPerFte', casussen_per_fte,
                'leden', (select coalesce(jsonb_agg(m.email order by m.email), '[]') from teamlid l
                            join medewerker m on m.regio_id = r.id and m.id = l.medewerker_id and m.actief
                           where l.regio_id = r.id and l.team = t.code)) order by code), '[]')
                from team t where regio_id = r.id and geldig_tot is null),
  'regels', (select coalesce(jsonb_agg(jsonb_build_object('volgorde', volgorde, 'omschrijving', omschrijving, 'team', team,
                'geldigVan', geldig_van, 'geldigTot', geldig_tot, 'als', jsonb_strip_nulls(jsonb_build_object('periode', periode,
                'school', school, 'woongemeente', woongemeente, 'doelgroep', doelgroep, 'onderwijssoort', onderwijssoort,
                'signaal', signaal))) order by volgorde, geldig_van), '[]')
                from routeringsregel where regio_id = r.id and (geldig_tot is null or geldig_tot > geldig_van)),
  'clients', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'rol', rol, 'scholen', scholen) order by id), '[]')
                from client where regio_id = r.id and actief),
  'momenten', (select coalesce(jsonb_agg(jsonb_build_object('schooljaar', schooljaar, 'profiel', profiel, 'signaal', signaal,
                'maandDag', maand_dag, 'naEersteLesdagWerkdagen', na_eerste_lesdag_werkdagen, 'minimaal', minimaal)
                order by schooljaar, profiel, signaal), '[]') from signaleringsmoment where regio_id = r.id),
  'uitslaggrenzen', (select coalesce(jsonb_agg(jsonb_build_object('schooljaar', schooljaar, 'datum', datum) order by schooljaar), '[]')
                from uitslaggrens where regio_id = r.id)) as inrichting
  from regio r left join medewerker p on p.regio_id = r.id and p.id = r.procesbewaker_id
 where r.id = $1`;
