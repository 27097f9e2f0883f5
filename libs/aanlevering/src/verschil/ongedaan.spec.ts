import type { Wie } from '#kern';
import { leesStand, type Stand } from '#leerlingen/test';
import { Inname, type Verslag } from '../test/inname.js';
import { aanmeldrij, kandidaatrij, kandidaten, type Exportrij } from '../test/rijen.js';
import { Ongedaanmaking } from './ongedaan.service.js';

const zorg = (...scholen: string[]): Wie => ({
  ...{ soort: 'medewerker', id: '1', regioId: 36, naam: 'Zorg' },
  rollen: [{ rol: 'zorgcoordinator', scholen, gemeenten: [], heleRegio: false }],
});
const ZORG = zorg('99AA00', '99BB00', '99ZZ00');
const COORDINATOR: Wie = {
  ...ZORG,
  rollen: [{ rol: 'regiocoordinator', scholen: [], gemeenten: [], heleRegio: true }],
};
describe('undoing the last delivery of a school', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
  });
  beforeEach(async () => {
    inname.klok.zet('2026-03-16');
    await inname.leeg();
  });
  afterAll(() => inname.sluit());

  const stand = (): Promise<Stand> => leesStand(inname.db);
  const versie = async (id: string): Promise<number> => (await inname.verslag(id)).versie;
  const terug = async (id: string, wie = ZORG): Promise<void> =>
    inname.module.get(Ongedaanmaking).maakOngedaan(wie, id, { reden: 'Verkeerd bestand.', versie: await versie(id) });
  /** Delivers on the next day. */
  const lever = async (dag: number, rijen: Exportrij[], opties = {}): Promise<Verslag> => {
    inname.klok.zet(`2026-03-${dag}`);
    return inname.lever(rijen, opties);
  };

  it('puts back what a night changed, vanished and brought, and says by whom and why', async () => {
    await inname.lever(kandidaten(20));
    const ervoor = await stand();
    const anders = [
      kandidaatrij(0, { uitslag: 'geslaagd', diplomadatum: '2026-03-17', postcode: '5211ZZ', achternaam: 'Anders' }),
      kandidaatrij(1, { groep: '4b', pgn: '', vervolgkeuze: 'havo', adresGeheim: 'J' }),
      kandidaatrij(2, { status: 'x' }),
      kandidaatrij(3, { aanmeldingBrin: '25XX', aanmeldstatus: 'aangemeld' }),
      kandidaatrij(4, { examenkandidaat: 'N' }),
      ...kandidaten(10, 5),
      ...kandidaten(3, 50),
    ];
    const nacht = await lever(17, anders);
    expect(nacht).toMatchObject({ status: 'verwerkt', tellingen: { nieuw: 3, verdwenen: 5, quarantaine: 1 } });
    expect(await stand()).not.toEqual(ervoor);
    await terug(nacht.id);
    expect(await stand()).toEqual(ervoor);
    expect(await inname.verslag(nacht.id)).toMatchObject({
      status: 'vervallen',
      ongedaanmaking: { reden: 'Verkeerd bestand.', door: 'medewerker:1' },
    });
    expect(inname.ongedaan[0]?.length).toBeGreaterThan(5);
    expect(await inname.tel('verwerkstap')).toBe(1);
  });

  it('also after a check took it as a fact that rows were gone', async () => {
    await inname.lever(kandidaten(20));
    const ervoor = await stand();
    const nacht = await lever(17, kandidaten(18));
    expect(nacht.tellingen.verdwenen).toBe(2);
    await inname.db.bron.query(
      `update inschrijving set afgeleide_status = 'uitgeschreven' where verdwenen_op is not null`,
    );
    await terug(nacht.id);
    expect(await stand()).toEqual(ervoor);
  });

  it('takes the same bytes again, and then nothing is different from having delivered them once', async () => {
    await inname.lever(kandidaten(20));
    const nacht = await lever(17, kandidaten(19, 1), { sleutel: 'nacht-17' });
    const erna = await stand();
    await terug(nacht.id);
    const opnieuw = await lever(17, kandidaten(19, 1), { sleutel: 'nacht-17' });
    expect(opnieuw.id).not.toBe(nacht.id);
    expect(opnieuw).toMatchObject({ status: 'verwerkt', tellingen: nacht.tellingen });
    expect(await stand()).toEqual(erna);
  });

  it('leaves nothing of a first delivery, and can go on to the one before', async () => {
    const leeg = await stand();
    const eerste = await inname.lever(kandidaten(5));
    const tussen = await stand();
    const tweede = await lever(17, kandidaten(6));
    await terug(tweede.id);
    expect(await stand()).toEqual(tussen);
    await terug(eerste.id);
    expect(await stand()).toEqual(leeg);
  });

  it('undoes once, only the last, only what was processed, only as it was seen', async () => {
    const eerste = await inname.lever(kandidaten(100));
    const tweede = await lever(17, kandidaten(99));
    await expect(terug(eerste.id)).rejects.toMatchObject({
      code: 'nietDeLaatste',
      extra: { huidig: { laatste: tweede.id } },
    });
    const wacht = await lever(18, kandidaten(10));
    await expect(terug(wacht.id)).rejects.toMatchObject({ code: 'nietVerwerkt', soort: 'conflict' });
    const oud = { reden: 'x', versie: (await versie(tweede.id)) - 1 };
    await expect(inname.module.get(Ongedaanmaking).maakOngedaan(ZORG, tweede.id, oud)).rejects.toMatchObject({
      code: 'gewijzigd',
    });
    await expect(terug(tweede.id, zorg('99BB00'))).rejects.toMatchObject({ code: 'nietGevonden' });
    await expect(terug(tweede.id, COORDINATOR)).rejects.toMatchObject({ code: 'besluitNietAanU' });
    await terug(tweede.id);
    await expect(terug(tweede.id)).rejects.toMatchObject({ code: 'alOngedaan', soort: 'conflict' });
    await terug(eerste.id);
  });

  it('three at once undo it once', async () => {
    await inname.lever(kandidaten(5));
    const ervoor = await stand();
    const { id } = await lever(17, kandidaten(6));
    const versieNu = await versie(id);
    const uitkomsten = await Promise.allSettled(
      [1, 2, 3].map(() => inname.module.get(Ongedaanmaking).maakOngedaan(ZORG, id, { reden: 'x', versie: versieNu })),
    );
    expect(uitkomsten.map((u) => u.status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(await stand()).toEqual(ervoor);
  });

  it('puts lines of another school back where they were before they were read again', async () => {
    const mbo = await inname.lever([aanmeldrij(0), aanmeldrij(1)], { school: '99ZZ00' });
    const ervoor = await stand();
    const vo = await inname.lever(kandidaten(2));
    expect(await inname.verslag(mbo.id)).toMatchObject({ tellingen: { nieuw: 2, buitenCohort: 0 } });
    await terug(vo.id);
    expect(await stand()).toEqual(ervoor);
    expect(await inname.verslag(mbo.id)).toMatchObject({ tellingen: { nieuw: 0, buitenCohort: 2 } });
    await inname.lever(kandidaten(2));
    expect(await inname.verslag(mbo.id)).toMatchObject({ tellingen: { nieuw: 2, buitenCohort: 0 } });
  });

  it('takes its own lines along that were read again because of a later delivery', async () => {
    const mbo = await inname.lever([aanmeldrij(0)], { school: '99ZZ00' });
    await inname.lever(kandidaten(1));
    expect(await inname.tel(`inschrijving where school = '99ZZ00'`)).toBe(1);
    await terug(mbo.id);
    expect(await inname.tel(`inschrijving where school = '99ZZ00'`)).toBe(0);
    expect(await inname.tel('buiten_cohort')).toBe(0);
    expect(await inname.tel('leerling')).toBe(1);
  });

  it('keeps who is in another school’s file since, without the candidacy, to be found when delivered again', async () => {
    const vo = await inname.lever(kandidaten(2));
    await inname.lever([aanmeldrij(0)], { school: '99ZZ00' });
    await terug(vo.id);
    expect(await inname.tel('leerling')).toBe(1);
    expect(await inname.tel('examenkandidatuur')).toBe(0);
    await lever(17, kandidaten(2));
    expect(await inname.tel('leerling')).toBe(2);
    expect(await inname.tel('examenkandidatuur')).toBe(2);
  });

  it('leaves what another school wrote since, and what it wrote goes back to before when that is undone as well', async () => {
    await inname.lever([kandidaatrij(0)]);
    const ervoor = await stand();
    const eerste = await lever(17, [kandidaatrij(0, { postcode: '5211BB' })]);
    const ander = await lever(18, [aanmeldrij(0, { postcode: '5211CC' })], { school: '99ZZ00' });
    await terug(eerste.id);
    expect(await inname.tel(`leerling where postcode = '5211CC'`)).toBe(1);
    await terug(ander.id);
    expect((await stand())['leerling']).toEqual(ervoor['leerling']);
  });

  it('changes nothing when it breaks half way', async () => {
    await inname.lever(kandidaten(5));
    const { id } = await lever(17, kandidaten(6));
    const ervoor = await stand();
    await inname.db.bron.query(
      `create function stuk() returns trigger language plpgsql as $$ begin raise exception 'stuk'; end $$;
       create trigger stuk before update of ongedaan_op on aanlevering for each row execute function stuk()`,
    );
    await expect(terug(id)).rejects.toThrow('stuk');
    await inname.db.bron.query('drop trigger stuk on aanlevering; drop function stuk');
    expect(await stand()).toEqual(ervoor);
    expect(await inname.verslag(id)).toMatchObject({ status: 'verwerkt' });
  });
});
