import type { Tx } from '#database';
import { DomeinFout, type Datum } from '#kern';
import { Injectable } from '@nestjs/common';
import type { ClientInrichting, MedewerkerInrichting, TeamInrichting } from './inrichting.js';

/** Writes medewerker, medewerker_rol, afwezigheid, team, teamlid, account and client. */
@Injectable()
export class MensenRepository {
  async legMedewerkers(tx: Tx, regioId: number, medewerkers: MedewerkerInrichting[], vandaag: Datum): Promise<void> {
    const json = JSON.stringify(medewerkers);
    await tx.query(MEDEWERKERS, [regioId, json]);
    await tx.query(ROLLEN_WEG, [regioId, json]);
    await tx.query(ROLLEN, [regioId, json]);
    await tx.query(AFWEZIGHEID_EINDIGT, [regioId, json, vandaag]);
    await tx.query(AFWEZIGHEID_WEG, [regioId, json, vandaag]);
    await tx.query(AFWEZIGHEID, [regioId, json]);
  }

  /** The employees that are active now and not in this list. */
  async nietMeerGenoemd(tx: Tx, regioId: number, emails: string[]): Promise<string[]> {
    const rijen = await tx.query<{ id: string }[]>(
      `select id from medewerker where regio_id = $1 and actief and email <> all ($2::text[]) order by id`,
      [regioId, emails],
    );
    return rijen.map((r) => r.id);
  }

  /** The active employees who may hold a casus. */
  async metCasusrol(tx: Tx, regioId: number): Promise<string[]> {
    const rijen = await tx.query<{ id: string }[]>(
      `select m.id from medewerker m where m.regio_id = $1 and m.actief and exists (
         select from medewerker_rol r where r.regio_id = m.regio_id and r.medewerker_id = m.id
            and r.rol in ('doorstroomcoach', 'leerplichtambtenaar', 'generalist', 'teamleider')) order by m.id`,
      [regioId],
    );
    return rijen.map((r) => r.id);
  }

  async deactiveer(tx: Tx, regioId: number, medewerkerIds: string[]): Promise<void> {
    await tx.query(`update medewerker set actief = false where regio_id = $1 and id = any ($2::bigint[])`, [
      regioId,
      medewerkerIds,
    ]);
  }

  async legTeams(tx: Tx, regioId: number, teams: TeamInrichting[], vandaag: Datum): Promise<void> {
    const json = JSON.stringify(teams);
    await tx.query(TEAMS, [regioId, json]);
    await tx.query(
      `update team set geldig_tot = $3 where regio_id = $1 and geldig_tot is null and code <> all ($2::text[])`,
      [regioId, teams.map((t) => t.code), vandaag],
    );
    await tx.query(LEDEN_WEG, [regioId, json]);
    await tx.query(LEDEN, [regioId, json]);
  }

  async legClients(tx: Tx, regioId: number, clients: ClientInrichting[]): Promise<void> {
    await tx.query(CLIENTS, [regioId, JSON.stringify(clients)]);
    await tx.query(`update client set actief = false where regio_id = $1 and actief and id <> all ($2::text[])`, [
      regioId,
      clients.map((c) => c.id),
    ]);
  }

  /**
   * Binds each active employee to the built-in provider (proef only: there the set-up is the approved act). An account of
   * who stopped in another region is free again.
   * @throws DomeinFout `accountElders` when somebody of another region, who is active, has the account
   */
  async bindProefAccounts(tx: Tx, regioId: number): Promise<void> {
    await tx.query(BIND_PROEF, [regioId]);
    const [rij] = await tx.query<{ aantal: number }[]>(ONGEBONDEN, [regioId]);
    if (rij === undefined || rij.aantal === 0) return;
    throw new DomeinFout(
      'conflict',
      'accountElders',
      'Een e-mailadres uit dit regiobestand hoort al bij een actieve medewerker van een andere regio. Er is niets veranderd. Gebruik voor elke medewerker een eigen adres.',
    );
  }
}

const BIND_PROEF = `
insert into account as a (issuer, sub, regio_id, medewerker_id)
select 'proef', email, regio_id, id from medewerker where regio_id = $1 and actief
on conflict (issuer, sub) do update set regio_id = excluded.regio_id, medewerker_id = excluded.medewerker_id
 where a.regio_id <> excluded.regio_id
   and not exists (select from medewerker m where m.regio_id = a.regio_id and m.id = a.medewerker_id and m.actief)`;

const ONGEBONDEN = `
select count(*)::int as aantal from medewerker m
 where m.regio_id = $1 and m.actief
   and not exists (select from account a where a.issuer = 'proef' and a.sub = m.email and a.regio_id = m.regio_id and a.medewerker_id = m.id)`;

const MENSEN = `jsonb_to_recordset($2::jsonb) as m (email text, naam text, fte numeric, "uitvoeringsorganisatie" text, rollen jsonb, afwezig jsonb)`;

const MEDEWERKERS = `
insert into medewerker (regio_id, email, naam, fte, uitvoeringsorganisatie)
select $1, email, naam, fte, uitvoeringsorganisatie from ${MENSEN}
on conflict (regio_id, email) do update
   set naam = excluded.naam, fte = excluded.fte, uitvoeringsorganisatie = excluded.uitvoeringsorganisatie, actief = true
 where (medewerker.naam, medewerker.fte, medewerker.uitvoeringsorganisatie, medewerker.actief)
       is distinct from (excluded.naam, excluded.fte, excluded.uitvoeringsorganisatie, true)`;

const ROLLEN_WEG = `
delete from medewerker_rol r using medewerker e, ${MENSEN}
 where r.regio_id = $1 and e.regio_id = $1 and e.id = r.medewerker_id and e.email = m.email
   and not exists (select from jsonb_array_elements(m.rollen) as genoemd (element) where element ->> 'rol' = r.rol)`;

const ROLLEN = `
insert into medewerker_rol (regio_id, medewerker_id, rol, scholen, gemeenten, hele_regio)
select $1, e.id, r.rol, r.scholen, r.gemeenten, cardinality(r.scholen) = 0 and cardinality(r.gemeenten) = 0
  from ${MENSEN}
  join medewerker e on e.regio_id = $1 and e.email = m.email
 cross join jsonb_to_recordset(m.rollen) as r (rol text, scholen text[], gemeenten text[])
on conflict (regio_id, medewerker_id, rol) do update
   set scholen = excluded.scholen, gemeenten = excluded.gemeenten, hele_regio = excluded.hele_regio`;

// An absence that began and is no longer named ends today; one that is still to come was never there.
const ONGENOEMD = `
  from medewerker e, ${MENSEN}
 where a.regio_id = $1 and e.regio_id = $1 and e.id = a.medewerker_id and e.email = m.email
   and not exists (select from jsonb_array_elements(m.afwezig) as genoemd (element) where (element ->> 'van')::date = a.van)`;
const AFWEZIGHEID_EINDIGT = `update afwezigheid a set tot = $3 ${ONGENOEMD} and a.van < $3::date and a.tot > $3::date`;
const AFWEZIGHEID_WEG = `delete from afwezigheid a using ${ONGENOEMD.replace('\n  from ', '')} and a.van >= $3::date`;

const AFWEZIGHEID = `
insert into afwezigheid (regio_id, medewerker_id, van, tot, vervanger_id)
select $1, e.id, a.van, a.tot, v.id
  from ${MENSEN}
  join medewerker e on e.regio_id = $1 and e.email = m.email
 cross join jsonb_to_recordset(m.afwezig) as a (van date, tot date, vervanger text)
  left join medewerker v on v.regio_id = $1 and v.email = a.vervanger
on conflict (regio_id, medewerker_id, van) do update set tot = excluded.tot, vervanger_id = excluded.vervanger_id
 where (afwezigheid.tot, afwezigheid.vervanger_id) is distinct from (excluded.tot, excluded.vervanger_id)`;

const TEAMLIJST = `jsonb_to_recordset($2::jsonb) as t (code text, naam text, "casussenPerFte" int, leden text[])`;

const TEAMS = `
insert into team (regio_id, code, naam, casussen_per_fte)
select $1, code, naam, "casussenPerFte" from ${TEAMLIJST}
on conflict (regio_id, code) do update
   set naam = excluded.naam, casussen_per_fte = excluded.casussen_per_fte, geldig_tot = null
 where (team.naam, team.casussen_per_fte, team.geldig_tot) is distinct from (excluded.naam, excluded.casussen_per_fte, null::date)`;

const LEDEN_WEG = `
delete from teamlid l using ${TEAMLIJST}
 where l.regio_id = $1 and l.team = t.code and not exists (
   select from medewerker m where m.regio_id = $1 and m.id = l.medewerker_id and m.email = any (t.leden))`;

const LEDEN = `
insert into teamlid (regio_id, team, medewerker_id)
select $1, t.code, m.id from ${TEAMLIJST} join medewerker m on m.regio_id = $1 and m.email = any (t.leden)
on conflict do nothing`;

const CLIENTS = `
insert into client (regio_id, id, rol, scholen)
select $1, id, rol, scholen from jsonb_to_recordset($2::jsonb) as c (id text, rol text, scholen text[])
on conflict (regio_id, id) do update set rol = excluded.rol, scholen = excluded.scholen, actief = true
 where (client.rol, client.scholen, client.actief) is distinct from (excluded.rol, excluded.scholen, true)`;
