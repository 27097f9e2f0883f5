import {
  maakDiensten,
  maakLeerling,
  maakMedewerker,
  maakRegel,
  maakRegio,
  maakTeam,
  OSS,
  DEN_BOSCH,
} from '#casussen/test';
import { alsDatum, systeem } from '#kern';
import { startApi, type Antwoord, type TestApi, type VraagOpties } from './api.js';

const REGIO = 36;
export const DAG = '2026-09-01';

/** Officers of two teams with casussen, over HTTP. Everybody's address is their first name. */
export interface Mensen {
  bewaker: string;
  anna: string;
  bram: string;
  tim: string;
  bob: string;
}

/** A region with team Oss (Anna, Bram and their teamleider Tim) and team Bosch (Bob). */
export class Casusapi {
  private constructor(
    readonly api: TestApi,
    readonly id: Mensen,
  ) {}

  static async start(): Promise<Casusapi> {
    const api = await startApi({ vandaag: DAG });
    const { bron } = api.db;
    const bewaker = await maakRegio(bron);
    await maakTeam(bron, 'oss');
    await maakTeam(bron, 'bosch');
    await maakRegel(bron, { volgorde: 1, woongemeente: [OSS], team: 'oss' });
    await maakRegel(bron, { volgorde: 2, woongemeente: [DEN_BOSCH], team: 'bosch' });
    const coach = (naam: string, gemeente: string, team: string, rol = 'leerplichtambtenaar') =>
      maakMedewerker(bron, { naam, rol, gemeenten: [gemeente], team });
    const id = {
      ...{ bewaker, anna: await coach('Anna', OSS, 'oss') },
      bram: await coach('Bram', OSS, 'oss'),
      tim: await coach('Tim', OSS, 'oss', 'teamleider'),
      bob: await coach('Bob', DEN_BOSCH, 'bosch'),
    };
    await bron.query(`update medewerker set telefoon = '+31731234567' where id = $1`, [id.anna]);
    await bron.query(
      `insert into account (issuer, sub, regio_id, medewerker_id) select 'proef', email, regio_id, id from medewerker`,
    );
    return new Casusapi(api, id);
  }

  sluit(): Promise<void> {
    return this.api.sluit();
  }

  /** Casussen of youngsters in Oss, all of this owner. */
  async casussen(aantal: number, eigenaar: string): Promise<string[]> {
    const leerlingen: string[] = [];
    for (let n = 0; n < aantal; n += 1) leerlingen.push(await maakLeerling(this.api.db.bron));
    const d = await maakDiensten();
    const op = { peildatum: alsDatum(DAG), nu: new Date(`${DAG}T02:00:00Z`), bron: 'test' };
    await this.api.db.transactie.voerUit({ wie: systeem(REGIO) }, async (tx) => {
      const soort = 'nietIngeschreven' as const;
      const signalen = leerlingen.map((leerlingId) => ({ leerlingId, trajectId: null, schooljaar: 2025, soort }));
      await d.signalen.open(tx, REGIO, signalen, op);
      await d.casussen.volgSignalen(tx, REGIO, leerlingen, op);
    });
    await d.sluit();
    const rijen = await this.q<{ id: string }>(
      `select id from casus where leerling_id = any ($1::bigint[]) order by id`,
      [leerlingen],
    );
    const ids = rijen.map((r) => r.id);
    await this.q(`update taak set eigenaar_id = $2 where casus_id = any ($1::bigint[])`, [ids, eigenaar]);
    await this.q(`update casus set verantwoordelijke_id = $2, terugval = null where id = any ($1::bigint[])`, [
      ids,
      eigenaar,
    ]);
    return ids;
  }

  async casus(eigenaar: string): Promise<string> {
    const [id] = await this.casussen(1, eigenaar);
    return id ?? '';
  }

  /** Who has them now. */
  async eigenaren(ids: readonly string[]): Promise<string[]> {
    const rijen = await this.q<{ id: string }>(
      `select verantwoordelijke_id as id from unnest($1::bigint[]) with ordinality u (id, n) join casus c on c.id = u.id order by n`,
      [ids],
    );
    return rijen.map((r) => r.id);
  }

  async versie(id: string): Promise<number> {
    const [rij] = await this.q<{ versie: number }>(`select versie from casus where id = $1`, [id]);
    return rij?.versie ?? 0;
  }

  q<T = Record<string, unknown>>(sql: string, binds: unknown[] = []): Promise<T[]> {
    return this.api.db.bron.query<T[]>(sql, binds);
  }

  /** @param wie first name in small letters */
  vraag<T>(methode: string, pad: string, wie: string, opties: VraagOpties = {}): Promise<Antwoord<T>> {
    return this.api.vraag<T>(methode, pad, { als: adres(wie), ...opties });
  }
}

function adres(wie: string): string {
  return wie === 'bewaker' ? 'bea.bewaker@regio.example' : `${wie}@regio.example`;
}
