import type { Wie } from '#kern';
import { leesStand } from '#leerlingen/test';
import { Inname, type Verslag } from '../test/inname.js';
import { aanmeldrij, kandidaatrij, kandidaten, type Exportrij } from '../test/rijen.js';
import { Ongedaanmaking } from './ongedaan.service.js';

const ZORG: Wie = {
  ...{ soort: 'medewerker', id: '1', regioId: 36, naam: 'Zorg' },
  rollen: [{ rol: 'zorgcoordinator', scholen: ['99AA00', '99BB00', '99ZZ00'], gemeenten: [], heleRegio: false }],
};

describe('undoing a delivery that questions hang on', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
  });
  beforeEach(async () => {
    inname.klok.zet('2026-03-16');
    await inname.leeg();
  });
  afterAll(() => inname.sluit());

  const terug = async (id: string): Promise<void> => {
    const { versie } = await inname.verslag(id);
    await inname.module.get(Ongedaanmaking).maakOngedaan(ZORG, id, { reden: 'Verkeerd bestand.', versie });
  };
  const lever = async (dag: number, rijen: Exportrij[], school = '99AA00'): Promise<Verslag> => {
    inname.klok.zet(`2026-03-${dag}`);
    return inname.lever(rijen, { school });
  };
  const vragen = () =>
    inname.db.bron.query<{ status: string }[]>(
      `select leerling_id, kandidaat_id, status, besloten_op from koppelvoorstel order by id`,
    );
  const stand = async () => ({
    ...(await leesStand(inname.db)),
    vragen: await vragen(),
    rijen: await inname.db.bron.query('select rijsleutel, leerling_id from inschrijving order by 1'),
  });

  it('makes two of who became one by it, and asks again', async () => {
    await lever(16, [kandidaatrij(0, { pgn: '', postcode: '5211ZZ' }), kandidaatrij(5)]);
    await lever(16, [aanmeldrij(0)], '99ZZ00');
    const ervoor = await stand();
    expect(ervoor.vragen).toMatchObject([{ status: 'open' }]);
    const nacht = await lever(17, [kandidaatrij(0, { pgn: '' }), kandidaatrij(5)]);
    expect(await inname.tel('leerling where samengevoegd_in is not null')).toBe(1);
    expect(await vragen()).toMatchObject([{ status: 'vervallen' }]);
    await terug(nacht.id);
    expect(await stand()).toEqual(ervoor);
    // and once more, as if nothing had been undone
    await lever(17, [kandidaatrij(0, { pgn: '' }), kandidaatrij(5)]);
    expect(await inname.tel('leerling where samengevoegd_in is not null')).toBe(1);
  });

  describe('that asked whether two are one, of whom another school says more', () => {
    const anders = { pgn: '', postcode: '5211ZZ' };
    const wie = () =>
      inname.db.bron.query<{ voorlopig: boolean; rijen: string[] }[]>(
        `select l.voorlopig, array(select i.school from inschrijving i where i.leerling_id = l.id order by 1) as rijen from leerling l where l.geboortedatum = '2009-03-01' order by l.id`,
      );

    it('keeps the question while both stay', async () => {
      await lever(16, [kandidaatrij(0), kandidaatrij(5)]);
      const vraag = await lever(16, [kandidaatrij(0, anders), ...kandidaten(2, 50)], '99BB00');
      // the third school finds the provisional one by its postcode
      await lever(16, [aanmeldrij(0, { ...anders, leerlingnummer: 'M0' })], '99ZZ00');
      expect(await wie()).toMatchObject([{ voorlopig: false }, { voorlopig: true, rijen: ['99BB00', '99ZZ00'] }]);
      await terug(vraag.id);
      expect(await vragen()).toMatchObject([{ status: 'open' }]);
      expect(await wie()).toMatchObject([{ voorlopig: false }, { voorlopig: true, rijen: ['99ZZ00'] }]);
    });

    it('ends it, and what it held back, when the one that it may have been goes', async () => {
      const eerste = await lever(16, [kandidaatrij(0), ...kandidaten(2, 60)]);
      await lever(16, [kandidaatrij(0, anders), ...kandidaten(2, 50)], '99BB00');
      expect(await wie()).toMatchObject([{ voorlopig: false }, { voorlopig: true }]);
      await terug(eerste.id);
      expect(await vragen()).toEqual([]);
      expect(await wie()).toEqual([{ voorlopig: false, rijen: ['99BB00'] }]);
      // checked again: it is a leerling like others now
      expect(inname.ongedaan.at(-1)).toHaveLength(1);
      // delivered again it is asked again, now of the other
      await lever(17, [kandidaatrij(0), ...kandidaten(2, 60)]);
      expect(await vragen()).toMatchObject([{ status: 'open' }]);
    });

    it('links nobody by likeness to who stays without a row, since somebody decided about it', async () => {
      await lever(16, [kandidaatrij(0), kandidaatrij(5)]);
      const vraag = await lever(16, [kandidaatrij(0, anders), ...kandidaten(2, 50)], '99BB00');
      await inname.db.bron.query(
        `with nee as (update koppelvoorstel set status = 'verschillend', besloten_op = now(), besloten_door = (select min(id) from medewerker))
         update leerling set voorlopig = false where voorlopig`,
      );
      await terug(vraag.id);
      expect(await wie()).toEqual([
        { voorlopig: false, rijen: ['99AA00'] },
        { voorlopig: false, rijen: [] },
      ]);
      await lever(16, [aanmeldrij(0, { ...anders, leerlingnummer: 'M0' })], '99ZZ00');
      expect(await wie()).toEqual([
        { voorlopig: false, rijen: ['99AA00'] },
        { voorlopig: false, rijen: [] },
        { voorlopig: true, rijen: ['99ZZ00'] },
      ]);
      // delivered again it is found by the number that its school gave it
      await lever(17, [kandidaatrij(0, anders), ...kandidaten(2, 50)], '99BB00');
      expect((await wie())[1]).toEqual({ voorlopig: false, rijen: ['99BB00'] });
    });

    it('asks about who the candidate is by now', async () => {
      await lever(16, [kandidaatrij(0, { pgn: '', postcode: '5211ZZ' }), kandidaatrij(5), kandidaatrij(6)]);
      await lever(16, [aanmeldrij(0)], '99ZZ00');
      const nacht = await lever(17, [kandidaatrij(0, { pgn: '' }), kandidaatrij(5), kandidaatrij(6)]);
      expect(await vragen()).toMatchObject([{ status: 'vervallen' }]);
      // a person merged the candidate into another meanwhile
      const [kandidaat, ander] = await inname.db.bron.query<{ id: string }[]>(
        `select l.id from leerling l join inschrijving i on i.leerling_id = l.id and i.leerlingnummer in ('1000', '1005') order by 1`,
      );
      await inname.db.bron.query(
        `update leerling set samengevoegd_in = ${ander?.id ?? ''} where id = ${kandidaat?.id ?? ''}`,
      );
      await terug(nacht.id);
      expect(await vragen()).toMatchObject([{ status: 'open', kandidaat_id: ander?.id }]);
      expect(await inname.tel('leerling where voorlopig and samengevoegd_in is null')).toBe(1);
    });
  });
});
