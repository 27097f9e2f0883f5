import { maakMedewerker, maakRegel, maakTeam } from './regio.js';
import { Routeertoneel } from './routeertoneel.js';

/** A Tuesday after the first lesson day. Who is kwalificatieplichtig is to be contacted by Thursday 3 September. */
export const OPEN = '2026-09-01';
export const PLUS_5 = '2026-09-10';
export const PLUS_10 = '2026-09-17';

/** A team with one coach who lets things lie, and people who may be told. */
export class Bewaaktoneel {
  bewaker = '';
  coach = '';

  private constructor(readonly t: Routeertoneel) {}

  static async maak(): Promise<Bewaaktoneel> {
    return new Bewaaktoneel(await Routeertoneel.maak());
  }

  async begin(): Promise<void> {
    this.bewaker = await this.t.begin();
    await maakTeam(this.t.db.bron, 'oost');
    await maakRegel(this.t.db.bron, { volgorde: 1, team: 'oost' });
    this.coach = await maakMedewerker(this.t.db.bron, { naam: 'Cas Coach', team: 'oost' });
  }

  leider(naam: string, team?: string): Promise<string> {
    const inTeam = team === undefined ? {} : { team };
    return maakMedewerker(this.t.db.bron, { naam, rol: 'teamleider', heleRegio: true, ...inTeam });
  }

  coordinator(): Promise<string> {
    return maakMedewerker(this.t.db.bron, { naam: 'Co Regio', rol: 'regiocoordinator', heleRegio: true });
  }

  /** Who was told at which level, and whether that runs. */
  async verteld(leerling: string): Promise<string[]> {
    const rijen = await this.t.q<{ niveau: string; naar: string; loopt: boolean }>(
      `select o.niveau, m.naam as naar, o.beeindigd_op is null as loopt from opschaling o join casus c on c.id = o.casus_id
         join medewerker m on m.id = o.naar_id where c.leerling_id = $1 order by o.id`,
      [leerling],
    );
    return rijen.map((r) => `${r.niveau}: ${r.naar}${r.loopt ? '' : ' (voorbij)'}`);
  }

  /** Changes the next step of the casus. */
  stap(leerling: string, sql: string): Promise<unknown> {
    const welke = '(select volgende_taak_id from casus where leerling_id = $1 and loopt)';
    return this.t.q(`update taak set ${sql} where id = ${welke}`, [leerling]);
  }
}
