import { Dubbel, GEWOON } from '../test/dubbel.js';
import { keurLijsten } from '../test/boekcontrole.js';

const NACHTEN = ['2026-07-10', '2026-07-11', '2026-07-12'] as const;

describe('the list behind a stored ledger', () => {
  let d: Dubbel;
  beforeAll(async () => {
    d = await Dubbel.maak(NACHTEN[0]);
  }, 120_000);
  afterAll(() => d.o.sluit());

  const telling = (op: string): Promise<unknown[]> =>
    d.vraag(
      `select (select sum(kandidaten)::int from grootboek where schooljaar = 2025 and peildatum = $1::date) as boek,
              (select count(*)::int from doorstroom_stand_op(36, 2025, $1::date)) as lijst`,
      [op],
    );

  it('is whole again when a merge is undone, also of the nights in which it stood', async () => {
    const half = { ...GEWOON, aanmelding: 'aangemeld' };
    const [nieuw, oud] = [await d.helft(half), await d.helft(half)];
    await d.o.controle({});
    expect(await telling(NACHTEN[0])).toEqual([{ boek: 2, lijst: 2 }]);
    const voorstel = await d.voorstel(nieuw, oud);
    await d.beslis(voorstel, 'zelfde');
    await d.werk();
    // what was stored is not rewritten; the one that they are now is on its list
    expect(await telling(NACHTEN[0])).toEqual([{ boek: 2, lijst: 1 }]);
    d.o.klok.zet(NACHTEN[1]);
    await d.o.controle({});
    expect(await telling(NACHTEN[1])).toEqual([{ boek: 1, lijst: 1 }]);
    await d.maakOngedaan(voorstel);
    await d.werk();
    d.o.klok.zet(NACHTEN[2]);
    await d.o.controle({});
    for (const [op, aantal] of [
      [NACHTEN[0], 2],
      [NACHTEN[1], 1],
      [NACHTEN[2], 2],
    ] as const) {
      expect({ op, telling: await telling(op) }).toEqual({ op, telling: [{ boek: aantal, lijst: aantal }] });
      await keurLijsten(d.o, 2025, op);
    }
  });

  it('has no table that goes by cascade with what a merge takes out, and is in no book', async () => {
    const mee = await d.vraag<{ naam: string }>(
      `select distinct c.conrelid::regclass::text as naam from pg_constraint c
        where c.contype = 'f' and c.confdeltype = 'c' and c.confrelid::regclass::text = any ($1) order by 1`,
      [d.tabellen],
    );
    expect(mee.map((rij) => rij.naam).filter((naam) => !d.tabellen.includes(naam))).toEqual([]);
    expect(mee).toContainEqual({ naam: 'standverloop' });
  });
});
