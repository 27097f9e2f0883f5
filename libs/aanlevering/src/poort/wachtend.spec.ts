import type { Wie } from '#kern';
import { Terugweg } from '#leerlingen';
import { Opdrachten } from '#wachtrij';
import { alsDatum, systeem } from '#kern';
import { aanleveringOchtend } from '../jobs/ochtend.job.js';
import { Inname } from '../test/inname.js';
import { kandidaten } from '../test/rijen.js';

const COORDINATOR: Wie = {
  ...{ soort: 'medewerker', id: '1', regioId: 36, naam: 'Cora' },
  rollen: [{ rol: 'regiocoordinator', scholen: [], gemeenten: [], heleRegio: true }],
};
describe('a delivery that the school leaves waiting', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
    await inname.db.bron.query(
      `insert into medewerker (regio_id, id, naam, email) values (36, 1, 'Cora', 'cora@proef.example');
       insert into medewerker_rol (regio_id, medewerker_id, rol, hele_regio) values (36, 1, 'regiocoordinator', true)`,
    );
  });
  beforeEach(async () => {
    await inname.db.bron.query('delete from taak');
    await inname.leeg();
    inname.klok.zet('2026-03-16');
    await inname.lever(kandidaten(100));
  });
  afterAll(() => inname.sluit());

  const ochtend = async (dag: string): Promise<unknown[]> => {
    inname.klok.zet(dag);
    const wie = systeem(36);
    await inname.db.transactie.voerUit({ wie }, (tx) =>
      inname.module.get(Opdrachten, { strict: false }).zet(tx, aanleveringOchtend, 36, {}),
    );
    await inname.werk();
    return inname.db.bron.query(
      'select eigenaar_id::int as van, vervalt_op::text as voor, toestand from taak order by id',
    );
  };

  it('is a task of the coordinator from the second werkdag on, once, until somebody decided', async () => {
    // Friday: Monday is the first werkdag, Tuesday the second
    inname.klok.zet('2026-03-20');
    const { id } = await inname.lever(kandidaten(80));
    expect(await ochtend('2026-03-23')).toEqual([]);
    await expect(inname.besluiten.verwerp(COORDINATOR, id, 'x')).rejects.toMatchObject({ code: 'besluitNietAanU' });
    const taak = { van: 1, voor: '2026-03-25', toestand: 'open' };
    expect(await ochtend('2026-03-24')).toEqual([taak]);
    expect(await ochtend('2026-03-25')).toEqual([taak]);
    await inname.besluiten.verwerp(COORDINATOR, id, 'Verkeerde selectie.');
    expect(await inname.verslag(id)).toMatchObject({
      status: 'verworpen',
      besluit: { door: 'Cora', reden: 'Verkeerde selectie.' },
    });
    expect(await ochtend('2026-03-25')).toEqual([{ ...taak, toestand: 'vervallen' }]);
  });

  it('counts from the first file that was held, also when every night brings another one', async () => {
    inname.klok.zet('2026-03-17');
    await inname.lever(kandidaten(80));
    inname.klok.zet('2026-03-18');
    const { id } = await inname.lever(kandidaten(79));
    await expect(inname.besluiten.verwerp(COORDINATOR, id, 'x')).rejects.toMatchObject({ code: 'besluitNietAanU' });
    expect(await ochtend('2026-03-18')).toEqual([]);
    inname.klok.zet('2026-03-19');
    const nieuwste = await inname.lever(kandidaten(78));
    expect(await ochtend('2026-03-19')).toEqual([expect.objectContaining({ toestand: 'open' })]);
    await inname.besluiten.verwerp(COORDINATOR, nieuwste.id, 'Verkeerde selectie.');
    // somebody reacted: the next one has its own two werkdagen
    const daarna = await inname.lever(kandidaten(77));
    await expect(inname.besluiten.verwerp(COORDINATOR, daarna.id, 'x')).rejects.toMatchObject({
      code: 'besluitNietAanU',
    });
  });

  it('is nothing that a coordinator of another part of the region decides on', async () => {
    inname.klok.zet('2026-03-17');
    const { id } = await inname.lever(kandidaten(80));
    inname.klok.zet('2026-03-25');
    const elders: Wie = {
      ...COORDINATOR,
      rollen: [{ rol: 'regiocoordinator', scholen: ['99BB00'], gemeenten: [], heleRegio: false }],
    };
    await expect(inname.besluiten.bevestig(elders, id, 'x')).rejects.toMatchObject({ code: 'nietGevonden' });
    await inname.besluiten.bevestig(COORDINATOR, id, 'Klopt.');
  });

  it('is no task any more when a newer file comes, which is compared with the last one that was processed', async () => {
    inname.klok.zet('2026-03-17');
    const wacht = await inname.lever(kandidaten(80));
    await ochtend('2026-03-19');
    // 19 of the 100 that were processed are gone: the 80 that waited were never the measure
    const nieuwer = await inname.lever(kandidaten(81));
    expect(await inname.verslag(wacht.id)).toMatchObject({ status: 'vervallen' });
    expect(nieuwer).toMatchObject({
      status: 'wachtOpBevestiging',
      redenWachten: expect.stringContaining('19 van de 100'),
    });
    // asked about the newer one instead
    expect(await ochtend('2026-03-19')).toEqual([
      expect.objectContaining({ toestand: 'vervallen' }),
      expect.objectContaining({ toestand: 'open' }),
    ]);
  });

  it('what was processed 14 days ago can still be undone, later not', async () => {
    const stappen = (nu: string): Promise<number> =>
      inname.db.transactie
        .voerUit({ wie: systeem(36) }, (tx) =>
          inname.module
            .get(Terugweg, { strict: false })
            .vergeet(tx, { regioId: 36, vandaag: alsDatum(nu.slice(0, 10)), nu: new Date(nu) }),
        )
        .then(() => inname.tel('verwerkstap'));
    expect(await stappen('2026-03-30T00:00:00Z')).toBe(1);
    expect(await stappen('2026-03-31T12:00:00Z')).toBe(0);
    expect(await inname.tel('rijgeschiedenis')).toBe(0);
  });
});
