import { aanmelding, bsn, kandidaat, Proefregio } from '#leerlingen/test';

const CONSTRAINT = /leerling_voorlopig_met_vraag|has no open question/;

describe('a provisional leerling has an open question, whatever is written', () => {
  let regio: Proefregio;
  let voorlopig = '';
  beforeAll(async () => {
    regio = await Proefregio.maak();
  });
  beforeEach(async () => {
    await regio.leeg();
    await regio.lever({
      school: '99AA00',
      peildatum: '2026-03-01',
      rijen: [kandidaat({ leerlingnummer: '1', pgn: bsn(1) })],
    });
    const rij = aanmelding({ leerlingnummer: 'm1', postcode: '5211ZZ' });
    await regio.lever({ school: '99ZZ00', peildatum: '2026-03-01', rijen: [rij] });
    const [leerling] = await regio.vraag<{ id: string }>('select id from leerling where voorlopig');
    voorlopig = leerling?.id ?? '';
    expect(await regio.vraag(`select status from koppelvoorstel`)).toEqual([{ status: 'open' }]);
  });
  afterAll(() => regio.sluit());

  const stukken: readonly [wat: string, sql: string][] = [
    ['its question is answered', `update koppelvoorstel set status = 'verschillend'`],
    ['its question lapses', `update koppelvoorstel set status = 'vervallen'`],
    ['its question is removed', `delete from koppelvoorstel`],
    [
      'its question becomes one about another',
      `update koppelvoorstel set leerling_id = kandidaat_id, kandidaat_id = leerling_id`,
    ],
    ['somebody without a question becomes it', `update leerling set voorlopig = true`],
    [
      'a merge is undone beside its question',
      `update leerling set samengevoegd_in = (select kandidaat_id from koppelvoorstel) where voorlopig;
       update koppelvoorstel set status = 'vervallen';
       update leerling set samengevoegd_in = null`,
    ],
  ];
  it.each(stukken)('refused: %s', async (_, sql) => {
    await expect(regio.vraag(sql)).rejects.toThrow(CONSTRAINT);
  });

  it('allows both in one transaction, in either order', async () => {
    await regio.vraag(`update koppelvoorstel set status = 'verschillend'; update leerling set voorlopig = false`);
    await regio.vraag(
      `update leerling set voorlopig = true where id = ${voorlopig}; update koppelvoorstel set status = 'open'`,
    );
    await regio.vraag(`delete from koppelvoorstel; update leerling set voorlopig = false`);
  });
});
