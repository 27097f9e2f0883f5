import type { Wie } from '#kern';
import { Opdrachten } from '#wachtrij';
import { systeem } from '#kern';
import { Inname } from '../test/inname.js';
import { aanmeldrij, kandidaatrij, kandidaten } from '../test/rijen.js';
import { bewaarTermijnen } from './bewaren.job.js';

const ZORG: Wie = {
  ...{ soort: 'medewerker', id: '1', regioId: 36, naam: 'Zorg' },
  rollen: [{ rol: 'zorgcoordinator', scholen: ['99AA00', '99BB00'], gemeenten: [], heleRegio: false }],
};

describe('what is kept no longer', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-02');
  });
  beforeEach(async () => {
    inname.klok.zet('2026-03-02');
    await inname.leeg();
  });
  afterAll(() => inname.sluit());

  const nacht = async (op: string, werkers = 1): Promise<void> => {
    inname.klok.zet(op);
    await inname.db.transactie.voerUit({ wie: systeem(36) }, (tx) =>
      inname.module.get(Opdrachten, { strict: false }).zet(tx, bewaarTermijnen, 36, {}),
    );
    await inname.werk({ werkers });
  };
  const bestanden = () => inname.tel('aanlevering_blok');

  it('is a file after 14 days, with the hashes of its lines; a file that waits is kept', async () => {
    await inname.lever(kandidaten(30));
    await inname.lever([aanmeldrij(1), aanmeldrij(50)], { school: '99ZZ00' });
    const wacht = await inname.lever(kandidaten(30), { school: '99BB00' });
    expect(wacht.status).toBe('wachtOpBevestiging');
    expect(await inname.tel('buiten_cohort')).toBeGreaterThan(0);
    await nacht('2026-03-16');
    expect(await bestanden()).toBe(3);
    await nacht('2026-03-17');
    expect(await bestanden()).toBe(1);
    expect(await inname.tel('buiten_cohort')).toBe(0);
    expect(await inname.tel('verwerkstap')).toBe(0);
    expect(await inname.tel('inschrijving')).toBe(31);
    // the one that waits can still be processed; it goes with the history of that, and not before
    await inname.besluiten.bevestig(ZORG, wacht.id, 'Het klopt.');
    await inname.werk();
    expect((await inname.verslag(wacht.id)).status).toBe('verwerkt');
    await nacht('2026-03-18');
    await nacht('2026-03-31');
    expect([await bestanden(), await inname.tel('verwerkstap')]).toEqual([1, 1]);
    await nacht('2026-04-01');
    expect([await bestanden(), await inname.tel('verwerkstap')]).toEqual([0, 0]);
  });

  it('is the key of a request after 2 days', async () => {
    await inname.db.bron.query(
      `insert into eenmalig_verzoek (regio_id, door, route, sleutel, afdruk, op)
       values (36, 'medewerker:1', 'POST /x', 'oud', '\\x00', '2026-03-14 00:00+01'), (36, 'medewerker:1', 'POST /x', 'nieuw', '\\x00', '2026-03-15 12:00+01')`,
    );
    await nacht('2026-03-17');
    expect(await inname.db.bron.query(`select sleutel from eenmalig_verzoek`)).toEqual([{ sleutel: 'nieuw' }]);
  });

  it('reads no line again of a file that is gone, and processes what made it worth reading', async () => {
    const { id } = await inname.lever([aanmeldrij(50)], { school: '99ZZ00' });
    await inname.db.bron.query('delete from upload where id = $1', [id]);
    expect(await inname.lever(kandidaten(2, 50))).toMatchObject({ status: 'verwerkt', tellingen: { nieuw: 2 } });
    expect((await inname.verslag(id)).tellingen).toMatchObject({ nieuw: 0, buitenCohort: 1 });
  });

  it('are findings after 90 days, not their number', async () => {
    const { id, bevindingen } = await inname.lever([...kandidaten(20), kandidaatrij(20, { status: 'x' })]);
    expect(bevindingen.fouten).toBe(1);
    await nacht('2026-05-31');
    expect((await inname.verslag(id)).gevonden).toHaveLength(1);
    await nacht('2026-06-01');
    expect(await inname.verslag(id)).toMatchObject({ gevonden: [], bevindingen: { fouten: 1 } });
  });

  it('are no findings of a file that waits', async () => {
    await inname.lever(kandidaten(40));
    inname.klok.zet('2026-03-03');
    const { id, status } = await inname.lever([...kandidaten(20), kandidaatrij(20, { status: 'x' })]);
    expect(status).toBe('wachtOpBevestiging');
    const aantal = (await inname.verslag(id)).gevonden.length;
    expect(aantal).toBeGreaterThan(0);
    await nacht('2026-07-01');
    expect((await inname.verslag(id)).gevonden).toHaveLength(aantal);
    await inname.besluiten.verwerp(ZORG, id, 'Verkeerde selectie.');
    await nacht('2026-07-02');
    expect((await inname.verslag(id)).gevonden).toHaveLength(0);
  });

  it('is what a file would have changed, once it waits no more', async () => {
    await inname.lever(kandidaten(40));
    inname.klok.zet('2026-03-03');
    const { id, status } = await inname.lever(kandidaten(20));
    expect([status, await inname.tel('aanlevering_verschil')]).toEqual(['wachtOpBevestiging', 1]);
    await nacht('2026-03-04');
    expect(await inname.tel('aanlevering_verschil')).toBe(1);
    await inname.besluiten.verwerp(ZORG, id, 'Verkeerde selectie.');
    await nacht('2026-03-05');
    expect(await inname.tel('aanlevering_verschil')).toBe(0);
  });

  it('goes in portions until nothing is left, also with three workers at once', async () => {
    await inname.db.bron.query(
      `with oud as (
         insert into aanlevering (regio_id, school, schooljaar, peildatum, modus, status, ontvangen_op, client_soort, client_id, sha256, bytes)
         select 36, '99AA00', 2025, '2025-10-01', 'volledig', 'vervallen', '2025-10-01', 'client', 'x', n::text::bytea, 1 from generate_series(1, 250) n returning regio_id, id),
       u as (insert into upload (regio_id, id, client_id, gestart_op, levend_op, klaar) select regio_id, id, 'x', '2025-10-01', '2025-10-01', true from oud)
       insert into bevinding (regio_id, aanlevering_id, code, tekst, ernst) select regio_id, id, 'x', 'x', 'fout' from oud`,
    );
    await nacht('2026-03-03', 3);
    expect([await inname.tel('upload'), await inname.tel('bevinding')]).toEqual([0, 0]);
    expect(await inname.tel('aanlevering')).toBe(250);
    expect(await inname.tel(`opdracht where soort = 'aanlevering.bewaartermijnen'`)).toBe(3);
  });

  it('keeps everything of which the term is unknown', async () => {
    await inname.lever(kandidaten(2));
    await inname.db.bron.query(`update bewaartermijn set geldig_van = '2030-01-01'`);
    await nacht('2027-03-03');
    expect(await bestanden()).toBe(1);
    await inname.db.bron.query(`update bewaartermijn set geldig_van = '2000-01-01'`);
  });
});
