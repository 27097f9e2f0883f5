import type { Tx } from '#database';
import { DomeinFout, heeftRol, type Datum, type Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Ontvanger } from './ontvanger.js';

/** Who can get a casus by hand. */
@Injectable()
export class Ontvangers {
  /** Of these people those who are active, may hold a casus, and are not away for long. */
  async van(tx: Tx, wie: Wie, ids: readonly string[], vandaag: Datum): Promise<Ontvanger[]> {
    return tx.query<Ontvanger[]>(ONTVANGERS, [wie.regioId, ids, vandaag, wie.id]);
  }

  /**
   * All of these, for who gives casussen away: a teamleider to the own team, the procesbewaker to everyone.
   * @throws DomeinFout 400 `ontvangerOngeschikt`
   */
  async alle(tx: Tx, wie: Wie, ids: readonly string[], vandaag: Datum): Promise<Ontvanger[]> {
    const gevonden = await this.van(tx, wie, ids, vandaag);
    const overal = heeftRol(wie, 'generalist');
    const goed = gevonden.filter((o) => overal || o.inMijnTeam);
    if (goed.length < ids.length) throw ontvangerOngeschikt();
    return goed;
  }

  async een(tx: Tx, wie: Wie, id: string, vandaag: Datum): Promise<Ontvanger | null> {
    const [ontvanger] = await this.van(tx, wie, [id], vandaag);
    return ontvanger ?? null;
  }
}

/** Without which of them: who is in another team is not for everybody to know. */
export function ontvangerOngeschikt(): DomeinFout {
  const tekst =
    'Een collega in «naar» kan geen casus krijgen: niet actief, zonder casusrol, lang afwezig, of niet in uw team.';
  const fouten = [{ veld: 'naar', code: 'ontvangerOngeschikt', tekst }];
  return new DomeinFout('ongeldig', 'ontvangerOngeschikt', tekst, { fouten });
}

const ONTVANGERS = `
with lang as (
  select medewerker_id from (
    select medewerker_id, unnest(range_agg(daterange(van, tot))) as blok from afwezigheid where regio_id = $1 group by medewerker_id) a
   where blok @> $3::date and upper(blok) - lower(blok) >= wetwaarde('waarnemingTotDagen', $3::date))
select m.id, m.naam, (select count(*)::int from casus c where c.regio_id = m.regio_id and c.verantwoordelijke_id = m.id and c.loopt) as "openCasussen",
       coalesce((select max(m.fte * t.casussen_per_fte) from teamlid l join team t on t.regio_id = l.regio_id and t.code = l.team
                  where l.regio_id = m.regio_id and l.medewerker_id = m.id and (t.geldig_tot is null or t.geldig_tot > $3::date)), 0)::float8 as capaciteit,
       not exists (select from afwezigheid a where a.regio_id = m.regio_id and a.medewerker_id = m.id and a.van <= $3::date and a.tot > $3::date) as aanwezig,
       exists (select from teamlid ik join teamlid zij on zij.regio_id = ik.regio_id and zij.team = ik.team
                where ik.regio_id = m.regio_id and ik.medewerker_id = $4::bigint and zij.medewerker_id = m.id)
         or not exists (select from teamlid geen where geen.regio_id = m.regio_id and geen.medewerker_id = $4::bigint) as "inMijnTeam"
  from medewerker m
 where m.regio_id = $1 and m.id = any ($2::bigint[]) and m.actief and m.id not in (select medewerker_id from lang)
   and exists (select from medewerker_rol r where r.regio_id = m.regio_id and r.medewerker_id = m.id
                  and r.rol in ('doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider'))
 order by m.id`;
