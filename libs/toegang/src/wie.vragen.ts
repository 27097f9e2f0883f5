import { Transactie } from '#database';
import { Klok, systeem, type RolMetScope, type Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import type { Identiteit } from './tokens.js';

interface WieRij {
  regio_id: number;
  id: string;
  naam: string;
  rollen: RolMetScope[];
}

/** Reads who is asking, with roles and scopes, from our own tables: anew for each request, in one query. */
@Injectable()
export class WieVragen {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
  ) {}

  /** @returns null when the account is unknown, or its employee or client no longer active. */
  async lees(identiteit: Identiteit): Promise<Wie | null> {
    const { soort, alias, sub, enige } = identiteit;
    const [vraag, waarden] = soort === 'client' ? [CLIENT, [alias, sub, enige]] : [MEDEWERKER, [alias, sub]];
    const rijen = await this.transactie.voerUit({ wie: systeem(0) }, (tx) => tx.query<WieRij[]>(vraag, waarden));
    const rij = rijen[0];
    if (rij === undefined) return null;
    return {
      soort,
      id: rij.id,
      regioId: rij.regio_id,
      naam: rij.naam,
      rollen: rij.rollen,
      vandaag: this.klok.vandaag(),
    };
  }
}

const MEDEWERKER = `
select m.regio_id, m.id, m.naam,
       coalesce(jsonb_agg(jsonb_build_object('rol', r.rol, 'scholen', r.scholen, 'gemeenten', r.gemeenten,
                                             'heleRegio', r.hele_regio) order by r.rol)
                filter (where r.rol is not null), '[]') as rollen
  from account a
  join medewerker m on m.regio_id = a.regio_id and m.id = a.medewerker_id
  left join medewerker_rol r on r.regio_id = m.regio_id and r.medewerker_id = m.id
 where a.issuer = $1 and a.sub = $2 and m.actief
 group by m.regio_id, m.id, m.naam`;

const CLIENT = `
select c.regio_id, c.id, c.id as naam,
       jsonb_build_array(jsonb_build_object('rol', c.rol, 'scholen', c.scholen, 'gemeenten', '{}'::text[],
                                            'heleRegio', false)) as rollen
  from client c
 where c.id = $2 and c.actief and (c.issuer = $1 or (c.issuer is null and $3::boolean))`;
