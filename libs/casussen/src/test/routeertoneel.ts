import { type TestDatabase, testDatabase } from '#database/test';
import { alsDatum, systeem } from '#kern';
import type { Bewaakt } from '../bewaking/bewaking.service.js';
import type { Aanleiding } from '../casus.js';
import { maakDiensten, type Diensten } from './diensten.js';
import {
  DEN_BOSCH,
  maakLeeg,
  maakLeerling,
  maakMedewerker,
  maakRegel,
  maakRegio,
  maakTeam,
  OSS,
  SCHOOL_BOSCH,
  type LeerlingOpties,
} from './regio.js';

const REGIO = 36;

/** A region in which casussen are routed and routed again; a spec says on which dates. */
export class Routeertoneel {
  private constructor(
    readonly db: TestDatabase,
    readonly d: Diensten,
  ) {}

  static async maak(): Promise<Routeertoneel> {
    const [db, d] = await Promise.all([testDatabase(), maakDiensten()]);
    return new Routeertoneel(db, d);
  }

  async sluit(): Promise<void> {
    await this.d.sluit();
    await this.db.sluit();
  }

  /** Empties everything and makes the region; gives the procesbewaker. */
  async begin(): Promise<string> {
    await maakLeeg(this.db.bron);
    return maakRegio(this.db.bron);
  }

  /** Coaches of the Doorstroompunt and leerplichtambtenaren of two gemeenten. */
  async teams(): Promise<{ coach: string; oss: string; bosch: string }> {
    const { bron } = this.db;
    for (const code of ['coaches', 'oss', 'bosch']) await maakTeam(bron, code);
    const leerplicht = ['leerplicht', 'kwalificatieplicht'];
    await maakRegel(bron, { volgorde: 10, periode: ['voorStart'], school: [SCHOOL_BOSCH], team: 'coaches' });
    await maakRegel(bron, { volgorde: 20, doelgroep: leerplicht, woongemeente: [OSS], team: 'oss' });
    await maakRegel(bron, { volgorde: 30, doelgroep: leerplicht, woongemeente: [DEN_BOSCH], team: 'bosch' });
    await maakRegel(bron, { volgorde: 40, doelgroep: ['doorstroompunt'], team: 'coaches' });
    const lpa = (naam: string, gemeente: string, team: string) =>
      maakMedewerker(bron, { naam, rol: 'leerplichtambtenaar', gemeenten: [gemeente], team });
    return {
      coach: await maakMedewerker(bron, {
        ...{ naam: 'Cas Coach', team: 'coaches' },
        ...{ scholen: [SCHOOL_BOSCH], gemeenten: [OSS, DEN_BOSCH] },
      }),
      oss: await lpa('Olga Oss', OSS, 'oss'),
      bosch: await lpa('Bob Bosch', DEN_BOSCH, 'bosch'),
    };
  }

  op(datum: string): Aanleiding {
    return { peildatum: alsDatum(datum), nu: new Date(`${datum}T02:00:00Z`), bron: 'test' };
  }

  /** Plain SQL as the owner of the schema. */
  q<T = Record<string, unknown>>(sql: string, binds: unknown[] = []): Promise<T[]> {
    return this.db.bron.query<T[]>(sql, binds);
  }

  /** A youngster with a signaal, and so a casus. */
  async open(datum: string, opties: LeerlingOpties = {}): Promise<string> {
    const leerlingId = await maakLeerling(this.db.bron, opties);
    await this.db.transactie.voerUit({ wie: systeem(REGIO) }, async (tx) => {
      const signaal = { leerlingId, trajectId: null, schooljaar: 2025, soort: 'geenPlaatsing' as const };
      await this.d.signalen.open(tx, REGIO, [signaal], this.op(datum));
      await this.d.casussen.volgSignalen(tx, REGIO, [leerlingId], this.op(datum));
    });
    return leerlingId;
  }

  /** The signaal is over, and so is the casus in `nagaan`. */
  async sluitSignaal(leerlingId: string, datum: string): Promise<void> {
    const signalen = await this.q<{ id: string }>(
      `select id from signaal where leerling_id = $1 and gesloten_op is null`,
      [leerlingId],
    );
    await this.db.transactie.voerUit({ wie: systeem(REGIO) }, async (tx) => {
      const ids = signalen.map((s) => s.id);
      await this.d.signalen.sluit(tx, REGIO, ids, 'opgelost', this.op(datum).nu);
      await this.d.casussen.volgSignalen(tx, REGIO, [leerlingId], this.op(datum));
    });
  }

  loopNa(datum: string): Promise<void> {
    return this.db.transactie.voerUit({ wie: systeem(REGIO) }, (tx) =>
      this.d.herroutering.loopNa(tx, REGIO, this.op(datum)),
    );
  }

  /** One round of the bewaking. */
  bewaak(datum: string): Promise<Bewaakt> {
    return this.db.transactie.voerUit({ wie: systeem(REGIO) }, (tx) =>
      this.d.bewaking.bewaak(tx, REGIO, this.op(datum)),
    );
  }

  /** Deactivates somebody as the set-up does. */
  async stopt(medewerkerId: string, datum: string): Promise<void> {
    await this.db.transactie.voerUit({ wie: systeem(REGIO) }, async (tx) => {
      await tx.query(`update medewerker set actief = false where id = $1`, [medewerkerId]);
      const gestopt = { regioId: REGIO, medewerkerId, vandaag: alsDatum(datum), nu: this.op(datum).nu };
      await this.d.bijDeactiveren.inhoud.medewerkerGestopt(tx, gestopt);
    });
  }

  async afwezig(id: string, van: string, tot: string, vervanger: string | null = null): Promise<void> {
    await this.q(
      `insert into afwezigheid (regio_id, medewerker_id, van, tot, vervanger_id) values ($1, $2, $3, $4, $5)`,
      [...[REGIO, id], ...[van, tot, vervanger]],
    );
  }

  /** Who has the running casus of this youngster. */
  async eigenaar(leerling: string): Promise<string | undefined> {
    const [rij] = await this.q<{ id: string }>(
      `select verantwoordelijke_id as id from casus where leerling_id = $1 and loopt`,
      [leerling],
    );
    return rij?.id;
  }

  eigenaren(...leerlingen: string[]): Promise<(string | undefined)[]> {
    return Promise.all(leerlingen.map((l) => this.eigenaar(l)));
  }

  /** The newest toewijzing. */
  async toewijzing(leerling: string): Promise<Record<string, unknown> | undefined> {
    const [rij] = await this.q(
      `select t.aanleiding, t.van_id, t.medewerker_id, t.uitleg, t.terugval from toewijzing t join casus c on c.id = t.casus_id
        where c.leerling_id = $1 order by t.id desc limit 1`,
      [leerling],
    );
    return rij;
  }

  /** Every offer of the casus, with the task that it made. */
  aanbod(leerling: string): Promise<Record<string, unknown>[]> {
    return this.q(
      `select o.aanleiding, o.van_id, o.naar_id, o.toestand, t.soort, t.eigenaar_id, t.vervalt_op, t.toestand as taak
         from overname o join casus c on c.id = o.casus_id left join taak t on t.id = o.taak_id where c.leerling_id = $1 order by o.id`,
      [leerling],
    );
  }

  async regels(leerling: string): Promise<string[]> {
    const rijen = await this.q<{ tekst: string }>(`select tekst from gebeurtenis where leerling_id = $1 order by id`, [
      leerling,
    ]);
    return rijen.map((r) => r.tekst);
  }

  /** How many lines there are: what changes nothing adds none. */
  async aantalRegels(): Promise<number> {
    const [rij] = await this.q<{ n: number }>(`select count(*)::int as n from gebeurtenis`);
    return rij?.n ?? 0;
  }
}
