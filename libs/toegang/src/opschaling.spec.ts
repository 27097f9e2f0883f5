import { TestKlok } from '#config/test';
import { Binds } from '#database';
import { testDatabase, type TestDatabase } from '#database/test';
import type { Wie } from '#kern';
import type { Kolommen } from './kolommen.js';
import { legJongeren } from './test/jongeren.js';
import { waaromMag } from './waarom-mag.vragen.js';
import { WieVragen } from './wie.vragen.js';
import { namenZichtbaar, zichtbaar } from './zichtbaar.js';

const LEERLING: Kolommen = { onderwerp: 'leerling', leerling: 'l.id', woongemeente: 'l.woongemeente' };
const T1: Kolommen = { ...LEERLING, laag: 'T1' };

/** What an escalated casus opens, and for how long (toegang.md 1). */
describe('need-to-know of what was escalated', () => {
  let db: TestDatabase;
  let vragen: WieVragen;
  beforeAll(async () => {
    db = await testDatabase();
    await legJongeren(db.bron);
    await db.bron.query(`insert into medewerker (regio_id, email, naam) values (36, 'tweede@regio.example', 'Tweede');
      insert into medewerker_rol (regio_id, medewerker_id, rol, hele_regio) select 36, id, 'regiocoordinator', true from medewerker where email = 'tweede@regio.example';
      insert into account (issuer, sub, regio_id, medewerker_id) select 'proef', email, regio_id, id from medewerker where email = 'tweede@regio.example'`);
    vragen = new WieVragen(db.transactie, new TestKlok('2026-03-16'));
  });
  afterAll(() => db.sluit());
  beforeEach(() => db.bron.query(`delete from opschaling`));

  const wieIs = async (sub: string): Promise<Wie> => {
    const wie = await vragen.lees({ alias: 'proef', sub, soort: 'medewerker', enige: true });
    if (wie === null) throw new Error(`${sub} is unknown.`);
    return wie;
  };
  const namen = async (sub: string, kolommen: Kolommen, predikaat = namenZichtbaar): Promise<string> => {
    const wie = await wieIs(sub);
    const b = new Binds();
    const waar = predikaat(wie, kolommen, b);
    const rijen = await db.bron.query<{ naam: string }[]>(
      `select l.roepnaam as naam from leerling l where l.regio_id = ${b.bind(wie.regioId)} and ${waar} order by 1`,
      b.waarden,
    );
    return rijen.map((r) => r.naam).join(' ');
  };
  const schaalOp = (naam: string, naar: string, niveau: string, om = 'stap') =>
    db.bron.query(
      `insert into opschaling (regio_id, casus_id, taak_id, uiterlijk, om, niveau, naar_id, opgeschaald_op)
       select c.regio_id, c.id, c.volgende_taak_id, c.vervalt_op, $4, $3, m.id, '2026-03-16'
         from casus c join leerling l on l.regio_id = c.regio_id and l.id = c.leerling_id cross join medewerker m
        where l.roepnaam = $1 and m.email = $2`,
      [naam, naar, niveau, om],
    );
  const waarom = async (sub: string, naam: string) => {
    const wie = await wieIs(sub);
    const [casus] = await db.bron.query<{ id: string }[]>(
      `select c.id from casus c join leerling l on l.id = c.leerling_id and l.regio_id = c.regio_id where l.roepnaam = $1`,
      [naam],
    );
    return db.transactie.voerUit({ wie }, (tx) => waaromMag(tx, wie, { casus: casus?.id ?? '' }));
  };

  it('gives a regiocoördinator the name of that casus and of no other, without its timeline, and nobody else', async () => {
    expect(await namen('coordinator@regio.example', LEERLING)).toBe('');
    await schaalOp('Anna', 'coordinator@regio.example', 'regiocoordinator');
    expect(await namen('coordinator@regio.example', LEERLING)).toBe('Anna');
    expect(await namen('coordinator@regio.example', T1)).toBe('');
    expect(await waarom('coordinator@regio.example', 'Anna')).toBe('opschaling naar de regio');
    expect(await waarom('coordinator@regio.example', 'Bram')).toBe('regiocoördinator');
    expect(await namen('tweede@regio.example', LEERLING)).toBe('');
    expect(await namen('teamleider-oost@regio.example', LEERLING, zichtbaar)).toBe('');
  });

  it('gives who leads the content of that casus, also outside the own team', async () => {
    expect(await waarom('teamleider-oost@regio.example', 'Anna')).toBeNull();
    await schaalOp('Anna', 'teamleider-oost@regio.example', 'teamleider');
    expect(await waarom('teamleider-oost@regio.example', 'Anna')).toBe('opschaling');
    expect(await namen('teamleider-oost@regio.example', T1)).toBe('Anna');
    expect(await waarom('teamleider-oost@regio.example', 'Eva')).toBeNull();
  });

  it('goes before leading the team, which shows no content', async () => {
    expect(await waarom('teamleider@regio.example', 'Anna')).toBe('teamleider');
    await schaalOp('Anna', 'teamleider@regio.example', 'teamleider');
    expect(await waarom('teamleider@regio.example', 'Anna')).toBe('opschaling');
  });

  it('opens nothing by an offer that nobody answered, nor to who has no such role', async () => {
    await schaalOp('Anna', 'teamleider-oost@regio.example', 'teamleider', 'overname');
    await schaalOp('Eva', 'leerplicht@regio.example', 'teamleider');
    expect(await waarom('teamleider-oost@regio.example', 'Anna')).toBeNull();
    expect(await waarom('leerplicht@regio.example', 'Eva')).toBeNull();
  });

  it('stays when the casus moves again, and ends when it closes, also after it opened again', async () => {
    await schaalOp('Anna', 'coordinator@regio.example', 'regiocoordinator');
    await db.bron.query(`update opschaling set beeindigd_op = '2026-03-17'`);
    expect(await namen('coordinator@regio.example', LEERLING)).toBe('Anna');
    await db.bron.query(`update opschaling set afgesloten = true`);
    expect(await namen('coordinator@regio.example', LEERLING)).toBe('');
  });

  it('shows nothing of a closed casus, before the night noticed', async () => {
    await schaalOp('Anna', 'coordinator@regio.example', 'regiocoordinator');
    await db.bron
      .query(`update casus set fase = 'gesloten', gesloten_op = now(), uitkomst = 'x', volgende_taak_id = null, vervalt_op = null
      where leerling_id = (select id from leerling where roepnaam = 'Anna')`);
    expect(await namen('coordinator@regio.example', LEERLING)).toBe('');
  });
});
