import { inSavepoint } from '#database';
import { alsDatum } from '#kern';
import { werkAf } from '#wachtrij/test';
import { BijVerwerkt } from '#aanlevering';
import { Doorstroomcontroles } from './controles.service.js';
import { Schoolcontrole } from './schoolcontrole.service.js';
import { kijk, maakOpstelling, REGIO, Toneel, type Opstelling } from './test.js';

const GROOTBOEK = `select sum(kandidaten)::int as kandidaten, sum(aangekomen)::int as aangekomen, sum(verklaard)::int as verklaard,
  sum(onderweg)::int as onderweg, sum(in_behandeling)::int as in_behandeling, sum(onverklaard)::int as onverklaard
  from grootboek where schooljaar = 2025 and peildatum = $1`;

describe('doorstroomcontrole', () => {
  let o: Opstelling;
  let t: Toneel;
  let scholen: string[];
  let leerlingen: string[];

  beforeAll(async () => {
    o = await maakOpstelling('2026-07-10', 20);
    t = new Toneel(o.db.bron);
    await t.bouw();
    scholen = await Promise.all([t.school(), t.school(), t.school(), t.school()]);
    leerlingen = [];
    for (let nr = 0; nr < 24; nr += 1) {
      const leerling = await t.leerling();
      leerlingen.push(leerling);
      await t.kandidaat(leerling, scholen[nr % 4] ?? '', { uitslag: nr % 6 === 4 ? 'afgewezen' : 'geslaagd' });
      if (nr % 3 === 0) await t.rij(leerling, '2026-06-20', { status: 'overeenkomstAangeboden' });
      if (nr % 3 === 1) await t.rij(leerling, '2026-06-20', { status: 'aangemeld' });
    }
    await t.allesGeleverd('2026-07-10');
  }, 120_000);
  afterAll(() => o.sluit());

  /** Everything that a check may write. */
  const foto = () =>
    o.db.bron.query(`select
      (select jsonb_agg(to_jsonb(t) order by id) from traject t) as trajecten,
      (select jsonb_agg(to_jsonb(s) order by id) from signaal s) as signalen,
      (select jsonb_agg(to_jsonb(c) order by id) from casus c) as casussen,
      (select count(*) from gebeurtenis) as gebeurtenissen, (select count(*) from taak) as taken,
      (select jsonb_agg(to_jsonb(g) order by school, peildatum) from grootboek g) as grootboek`);
  const opdrachten = () =>
    o.db.bron.query<{ n: number }[]>('select count(*)::int as n from opdracht where klaar_op is null');
  const maak = (verzoek: { schooljaar: number; peildatum?: string; proef?: boolean; testklok?: boolean }) =>
    o.db.transactie.voerUit({ wie: o.wie }, (tx) =>
      o.app.get(Doorstroomcontroles).vraagAan(tx, o.wie, {
        testklok: true,
        ...verzoek,
        peildatum: verzoek.peildatum === undefined ? undefined : alsDatum(verzoek.peildatum),
      }),
    );

  it('shows what a run for another date would find, and keeps nothing of it', async () => {
    const voor = await foto();
    const proef = await o.controle({ peildatum: '2026-07-01' });
    expect(proef).toMatchObject({
      proef: true,
      status: 'klaar',
      kandidaten: 24,
      nieuweSignalen: 12,
      nieuweCasussen: 12,
    });
    expect(await foto()).toEqual(voor);
    const boek = await o.db.bron.query<{ n: number }[]>(
      `select sum((grootboek ->> 'inBehandeling')::int)::int as n from doorstroomcontrole_school where controle_id = $1`,
      [proef.id],
    );
    expect(boek).toEqual([{ n: 12 }]);
  });

  it('refuses a future date outside the test clock, and a run for another date that would act', async () => {
    await expect(maak({ schooljaar: 2025, peildatum: '2026-07-11', testklok: false })).rejects.toMatchObject({
      code: 'peildatumInToekomst',
    });
    await expect(maak({ schooljaar: 2025, peildatum: '2026-07-01', proef: false })).rejects.toMatchObject({
      code: 'proefVerplicht',
    });
    await expect(maak({ schooljaar: 2026 })).rejects.toMatchObject({ code: 'schooljaarNietBegonnen' });
    expect((await maak({ schooljaar: 2025, peildatum: '2026-09-01' })).proef).toBe(true);
    await werkAf(o.app);
  });

  it('is not done while a school is to go, and goes on where its worker stopped', async () => {
    const { id, status } = await maak({ schooljaar: 2025 });
    expect(status).toBe('loopt');
    const school = scholen[0] ?? '';
    const doe = () =>
      o.db.transactie.voerUit({ wie: o.wie }, (tx) =>
        o.app.get(Schoolcontrole).voerUit(tx, REGIO, { controleId: id, school }),
      );
    // A worker that dies after the work and before the commit leaves nothing.
    const dood = o.db.transactie.voerUit({ wie: o.wie }, async (tx) => {
      await o.app.get(Schoolcontrole).voerUit(tx, REGIO, { controleId: id, school });
      throw new Error('killed');
    });
    await expect(dood).rejects.toThrow('killed');
    expect(await o.db.bron.query('select from traject')).toHaveLength(0);
    await doe();
    const lees = () =>
      o.db.transactie.voerUit({ wie: o.wie }, (tx) => o.app.get(Doorstroomcontroles).lees(tx, REGIO, id));
    expect(await lees()).toMatchObject({ status: 'loopt', kandidaten: 6, klaarOp: null });
    await werkAf(o.app, { werkers: 3 });
    expect(await lees()).toMatchObject({ status: 'klaar', kandidaten: 24, nieuweSignalen: 12, nieuweCasussen: 12 });
    expect(await opdrachten()).toEqual([{ n: 0 }]);
  });

  it('leaves a ledger that adds up, with nobody unexplained', async () => {
    const [boek] = await o.db.bron.query<Record<string, number>[]>(GROOTBOEK, ['2026-07-10']);
    expect(boek).toEqual({
      kandidaten: 24,
      aangekomen: 0,
      verklaard: 0,
      onderweg: 12,
      in_behandeling: 12,
      onverklaard: 0,
    });
    const nu = await o.db.bron.query<{ stand: string; n: number }[]>(
      `select stand, count(*)::int as n from doorstroom_stand($1, 2025, '2026-07-10') group by stand order by stand`,
      [REGIO],
    );
    expect(nu).toEqual([
      { stand: 'inBehandeling', n: 12 },
      { stand: 'onderweg', n: 12 },
    ]);
  });

  it('changes nothing the second time, whoever runs it and however many at once', async () => {
    const voor = await foto();
    const weer = await o.controle({});
    expect(weer).toMatchObject({ status: 'klaar', kandidaten: 24, nieuweSignalen: 0, nieuweCasussen: 0 });
    expect(await foto()).toEqual(voor);
    await Promise.all([o.controle({ werkers: 3 }), o.controle({ werkers: 3 }), o.controle({ werkers: 3 })]);
    expect(await foto()).toEqual(voor);
  }, 60_000);

  it('is finished by one of its schools, also when the last ones commit at the same moment', async () => {
    for (let keer = 0; keer < 5; keer += 1) {
      const { id } = await maak({ schooljaar: 2025 });
      await Promise.all(
        scholen.map((school) =>
          o.db.transactie.voerUit({ wie: o.wie }, (tx) =>
            o.app.get(Schoolcontrole).voerUit(tx, REGIO, { controleId: id, school }),
          ),
        ),
      );
      const run = await o.db.transactie.voerUit({ wie: o.wie }, (tx) =>
        o.app.get(Doorstroomcontroles).lees(tx, REGIO, id),
      );
      expect(run).toMatchObject({ status: 'klaar', kandidaten: 24 });
    }
    await werkAf(o.app);
  }, 60_000);

  it('opens one signaal and one casus when a night and a delivery see the same youngster at once', async () => {
    const [, leerling = ''] = leerlingen;
    const nieuw = await t.leerling();
    await t.kandidaat(nieuw, scholen[1] ?? '', { uitslag: 'geslaagd' });
    await maak({ schooljaar: 2025 });
    await naAanlevering([nieuw, leerling]);
    await maak({ schooljaar: 2025 });
    await werkAf(o.app, { werkers: 3 });
    expect(await o.db.bron.query('select soort, gesloten_op from signaal where leerling_id = $1', [nieuw])).toEqual([
      { soort: 'geenPlaatsing', gesloten_op: null },
    ]);
    expect(await o.db.bron.query('select fase from casus where leerling_id = $1', [nieuw])).toEqual([
      { fase: 'nagaan' },
    ]);
  });

  const naAanlevering = (ids: string[]) =>
    o.db.transactie.voerUit({ wie: o.wie }, async (tx) => {
      await tx.query('create temp table geraakt (leerling_id bigint primary key) on commit drop');
      await tx.query('insert into pg_temp.geraakt select unnest($1::bigint[])', [ids]);
      const [levering] = await tx.query<{ id: string }[]>('select id from aanlevering limit 1');
      await o.app.get(BijVerwerkt).inhoud.verwerkt(tx, {
        regioId: REGIO,
        aanleveringId: levering?.id ?? '',
        school: '99ZZ00',
        schooljaar: 2025,
        peildatum: alsDatum('2026-07-10'),
      });
    });

  it('looks after a delivery only at whom it touched', async () => {
    const [, een = '', twee = ''] = leerlingen;
    await t.rij(een, '2026-07-10', { status: 'overeenkomstAangeboden' });
    await t.rij(twee, '2026-07-10', { sleutel: 'z', status: 'overeenkomstAangeboden' });
    await naAanlevering([een]);
    await werkAf(o.app);
    expect(await kijk(o, een, '2026-07-10')).toMatchObject({
      status: 'overeenkomstAangeboden',
      signalen: [],
      casus: 'gesloten',
    });
    expect(await kijk(o, twee, '2026-07-10')).toMatchObject({ status: 'nietAangemeld', signalen: ['geenPlaatsing'] });
    expect(
      await o.db.bron.query(`select soort, status, kandidaten from doorstroomcontrole order by id desc limit 1`),
    ).toEqual([{ soort: 'deel', status: 'klaar', kandidaten: 1 }]);
    expect(await o.db.bron.query('select from doorstroomcontrole_school where leerling_ids is not null')).toHaveLength(
      0,
    );
  });

  it('makes no run for a delivery that touched no candidate', async () => {
    const aantal = () => o.db.bron.query('select count(*) from doorstroomcontrole');
    const voor = await aantal();
    await naAanlevering([await t.leerling()]);
    expect(await aantal()).toEqual(voor);
  });

  it('moves the traject with a candidate who changes school', async () => {
    const leerling = await t.leerling();
    await t.kandidaat(leerling, scholen[0] ?? '', { uitslag: 'geslaagd' });
    await o.controle({});
    expect(await kijk(o, leerling, '2026-07-10')).toMatchObject({ school: scholen[0] });
    await t.kandidaat(leerling, scholen[2] ?? '', { eerste: '2026-03-01' });
    await o.controle({});
    expect(await kijk(o, leerling, '2026-07-10')).toMatchObject({ school: scholen[2], status: 'nietAangemeld' });
    expect(await o.db.bron.query('select from traject where leerling_id = $1', [leerling])).toHaveLength(1);
  });

  it('leaves a failing school to the others: its savepoint is undone, the rest stands', async () => {
    await o.db.transactie.voerUit({ wie: o.wie }, async (tx) => {
      await inSavepoint(tx, () =>
        o.app.get(Schoolcontrole).voerUit(tx, REGIO, { controleId: '1', school: '00XX00' }),
      ).catch((fout: unknown) => {
        expect(String(fout)).toContain('has no school');
      });
      expect(await tx.query('select 1 as een')).toEqual([{ een: 1 }]);
    });
  });
});
