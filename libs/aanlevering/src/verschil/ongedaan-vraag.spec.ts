import type { Wie } from '#kern';
import { leesStand } from '#leerlingen/test';
import { Inname, type Verslag } from '../test/inname.js';
import { aanmeldrij, kandidaatrij, type Exportrij } from '../test/rijen.js';
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
});
