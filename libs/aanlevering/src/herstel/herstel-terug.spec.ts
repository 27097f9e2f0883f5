import type { Wie } from '#kern';
import { leesStand, type Stand } from '#leerlingen/test';
import { FOUT, Herstelbank } from '../test/herstel.js';
import { Inname } from '../test/inname.js';
import { kandidaatrij, kandidaten } from '../test/rijen.js';

describe('a repair of rows that were kept out', () => {
  let inname: Inname;
  let bank: Herstelbank;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
    bank = new Herstelbank(inname);
  });
  beforeEach(async () => {
    inname.klok.zet('2026-03-16');
    await inname.leeg();
  });
  afterAll(() => inname.sluit());

  const stand = (): Promise<Stand> => leesStand(inname.db);

  describe('is refused', () => {
    it('while the delivery is not processed, is a repair itself, or was undone', async () => {
      const origineel = await bank.nacht();
      const deel = await bank.herstel(origineel.id, [kandidaatrij(27)]);
      await expect(inname.herstel(deel.id, [kandidaatrij(28)])).rejects.toMatchObject({
        ...{ soort: 'conflict', code: 'herstelVanHerstel' },
        extra: { huidig: { origineel: origineel.id } },
      });
      inname.klok.zet('2026-03-18');
      const wacht = await inname.lever(kandidaten(5));
      expect(wacht.status).toBe('wachtOpBevestiging');
      await expect(inname.herstel(wacht.id, [kandidaatrij(28)])).rejects.toMatchObject({ code: 'nietVerwerkt' });
      await bank.terug(deel.id);
      await bank.terug(origineel.id);
      await expect(inname.herstel(origineel.id, [kandidaatrij(28)])).rejects.toMatchObject({ code: 'alOngedaan' });
    });

    it('once the school delivered anew, which is named; also when that comes between sending and processing', async () => {
      const origineel = await bank.nacht();
      const traag = await inname.herstel(origineel.id, [kandidaatrij(27)]);
      await inname.db.bron.query(
        `update opdracht set vanaf = vanaf + interval '1 day' where data->>'aanleveringId' = $1`,
        [traag.id],
      );
      const later = await inname.upload([kandidaatrij(40, { groep: '4c' })], { modus: 'mutaties' });
      await inname.db.bron.query(`update aanlevering set status = 'gecontroleerd' where id = $1`, [later.id]);
      // as if the newer one was processed first
      await inname.db.bron.query(`update aanlevering set status = 'vervallen' where id = $1`, [traag.id]);
      await inname.werk();
      expect(await inname.verslag(later.id)).toMatchObject({ status: 'verwerkt' });
      await inname.db.bron.query(`update aanlevering set status = 'ontvangen' where id = $1`, [traag.id]);
      await inname.werk({ tot: new Date(Date.now() + 2 * 86_400_000) });
      expect(await inname.verslag(traag.id)).toMatchObject({ status: 'vervallen' });
      expect(await inname.verslag(origineel.id)).toMatchObject({ tellingen: { quarantaine: 4 } });
      await expect(inname.herstel(origineel.id, [kandidaatrij(28)])).rejects.toMatchObject({
        ...{ soort: 'conflict', code: 'nieuwerBestand' },
        extra: { huidig: { nieuwere: later.id } },
      });
    });

    it('for a school that is not the client’s, as if the delivery were not there', async () => {
      const { id } = await bank.nacht();
      const vreemd: Wie = {
        ...inname.client,
        rollen: [{ rol: 'aanleveraar', scholen: ['99BB00'], gemeenten: [], heleRegio: false }],
      };
      await expect(inname.herstel(id, [kandidaatrij(27)], vreemd)).rejects.toMatchObject({ code: 'nietGevonden' });
      await expect(inname.herstel('999999', [kandidaatrij(27)])).rejects.toMatchObject({ code: 'nietGevonden' });
    });
  });

  describe('undone', () => {
    it('has its lines in quarantaine again, with their findings, and can come again', async () => {
      const origineel = await bank.nacht();
      const ervoor = await stand();
      const rijen = [kandidaatrij(27), kandidaatrij(28, { groep: '4b' }), kandidaatrij(30)];
      const deel = await bank.herstel(origineel.id, rijen);
      const erna = await stand();
      await expect(bank.terug(origineel.id)).rejects.toMatchObject({
        code: 'nietDeLaatste',
        extra: { huidig: { laatste: deel.id } },
      });
      await bank.terug(deel.id);
      expect(await stand()).toEqual(ervoor);
      const { versie: _, ...hetzelfde } = await inname.verslag(origineel.id);
      expect(hetzelfde).toEqual({ ...hetzelfde, tellingen: origineel.tellingen, bevindingen: origineel.bevindingen });
      expect(hetzelfde.gevonden).toEqual(origineel.gevonden);
      expect(await inname.tel(`aanlevering where kandidaten_in_quarantaine = 1`)).toBe(1);
      const opnieuw = await bank.herstel(origineel.id, rijen);
      expect(opnieuw.id).not.toBe(deel.id);
      expect(opnieuw.tellingen).toEqual(deel.tellingen);
      expect(await stand()).toEqual(erna);
    });

    it('lets the delivery that it repaired be undone after it, and leaves nothing of either', async () => {
      await inname.lever(kandidaten(30));
      const ervoor = await stand();
      inname.klok.zet('2026-03-17');
      const { id } = await inname.lever([...kandidaten(29), kandidaatrij(29, FOUT), kandidaatrij(30)]);
      const deel = await bank.herstel(id, [kandidaatrij(29, { groep: '4b' })]);
      await bank.terug(deel.id);
      await bank.terug(id);
      expect(await stand()).toEqual(ervoor);
    });
  });
});
