import { testDatabase, type TestDatabase } from '#database/test';
import { alsDatum, systeem } from '#kern';
import {
  maakDiensten,
  maakLeerling,
  maakMedewerker,
  maakRegio,
  SCHOOL_BOSCH,
  SCHOOL_OSS,
  type Diensten,
} from '../test.js';

const REGIO = 36;
const wie = systeem(REGIO);

// Zone Zuid: the last day of school is Friday 10 July 2026; zone Noord: Friday 3 July.
describe('of whom the school is asked first', () => {
  let db: TestDatabase;
  let d: Diensten;

  beforeAll(async () => {
    [db, d] = await Promise.all([testDatabase(), maakDiensten()]);
    await maakRegio(db.bron);
    await maakMedewerker(db.bron, { naam: 'Dora Decaan', rol: 'decaan', scholen: [SCHOOL_BOSCH] });
    await maakMedewerker(db.bron, { naam: 'Wim Weg', rol: 'decaan', scholen: [SCHOOL_OSS] });
    await db.bron.query(`update medewerker set actief = false where naam = 'Wim Weg'`);
  }, 60_000);
  afterAll(async () => {
    await d.sluit();
    await db.sluit();
  });

  /** First task of a casus that is opened on this date. */
  async function eersteStap(leerlingId: string, datum: string): Promise<string> {
    const op = { peildatum: alsDatum(datum), nu: new Date(`${datum}T02:00:00Z`), bron: 'test' };
    await db.transactie.voerUit({ wie }, async (tx) => {
      await d.signalen.open(
        tx,
        REGIO,
        [{ leerlingId, trajectId: null, schooljaar: 2025, soort: 'geenAanmelding' }],
        op,
      );
      await d.casussen.volgSignalen(tx, REGIO, [leerlingId], op);
    });
    const [rij] = await db.bron.query<{ stap: string }[]>(
      `select concat_ws(' ', t.soort, t.vervalt_op, c.wacht_op) as stap from casus c join taak t on t.id = c.volgende_taak_id where c.leerling_id = $1 and c.loopt`,
      [leerlingId],
    );
    return rij?.stap ?? '';
  }

  it.each([
    ['2026-04-02', 'decaanvraag 2026-04-20 antwoordSchool'],
    ['2026-07-10', 'decaanvraag 2026-07-10 antwoordSchool'],
    ['2026-07-11', 'eersteContact 2026-07-14'],
    ['2026-09-08', 'eersteContact 2026-09-10'],
  ])('on %s: %s', async (datum, stap) => {
    await db.bron.query(`update decaanvraag set status = 'verlopen', gesloten_op = now() where status = 'open'`);
    expect(await eersteStap(await maakLeerling(db.bron), datum)).toBe(stap);
  });

  it('follows the zone of the region', async () => {
    await db.bron.query(`update regio set vakantiezone = 'Noord'`);
    await db.bron.query(`update decaanvraag set status = 'verlopen', gesloten_op = now() where status = 'open'`);
    expect(await eersteStap(await maakLeerling(db.bron), '2026-07-03')).toBe('decaanvraag 2026-07-03 antwoordSchool');
    expect(await eersteStap(await maakLeerling(db.bron), '2026-07-04')).toBe('eersteContact 2026-07-07');
    await db.bron.query(`update regio set vakantiezone = 'Zuid'`);
  });

  it('not where nobody active can answer, nor about who is provisional', async () => {
    const elders = await maakLeerling(db.bron, { school: SCHOOL_OSS });
    expect(await eersteStap(elders, '2026-04-02')).toBe('eersteContact 2026-04-08');
    const voorlopig = await maakLeerling(db.bron);
    await db.bron.query(
      `begin; set local session_replication_role = replica; update leerling set voorlopig = true where id = ${Number(voorlopig)}; commit`,
    );
    expect(await eersteStap(voorlopig, '2026-04-02')).toBe('eersteContact 2026-04-08');
  });

  it('makes one question of three waves at once', async () => {
    await db.bron.query(`update decaanvraag set status = 'verlopen', gesloten_op = now() where status = 'open'`);
    const leerlingen = await Promise.all([1, 2, 3].map(() => maakLeerling(db.bron)));
    await Promise.all(leerlingen.map((id) => eersteStap(id, '2026-04-02')));
    const rijen = await db.bron.query(
      `select count(distinct v.id)::int as vragen, count(*)::int as leerlingen from decaanvraag v join decaanvraag_leerling d on d.decaanvraag_id = v.id where v.status = 'open'`,
    );
    expect(rijen).toEqual([{ vragen: 1, leerlingen: 3 }]);
  });
});
