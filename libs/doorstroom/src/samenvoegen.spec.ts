import fc from 'fast-check';
import { REGIO } from './test/opstelling.js';
import { Dubbel, GEWOON, type Helft } from './test/dubbel.js';
import { ROC } from './test/toneel.js';

const VANDAAG = '2026-07-10';
/** Rows of these stay where they were written; they are read through the reference, or are the reference itself. */
const BLIJFT_STAAN = new Set([
  'gebeurtenis.leerling_id',
  'leerling.samengevoegd_in',
  'samenvoeging.blijft_id',
  'samenvoeging.vervalt_id',
]);

const helft = (school: fc.Arbitrary<0 | 1>): fc.Arbitrary<Helft> =>
  fc.record({
    school,
    uitslag: fc.constantFrom('onbekend', 'geslaagd', 'afgewezen'),
    aanmelding: fc.constantFrom(null, 'aangemeld', 'overeenkomstAangeboden', 'ingetrokken'),
    pgn: fc.constantFrom(null, 'onderwijsnummer' as const),
    diploma: fc.boolean(),
    elders: fc.constantFrom(null, 'aangemeld', 'afgewezen'),
    bestemming: fc.boolean(),
    geheim: fc.boolean(),
    contact: fc.boolean(),
  });

describe('two leerlingen that are one', () => {
  let d: Dubbel;
  beforeAll(async () => {
    d = await Dubbel.maak(VANDAAG);
  }, 120_000);
  afterAll(() => d.o.sluit());

  /** A pair with trajecten, signalen and casussen as a night leaves them. */
  const paar = async (nieuw: Helft, oud: Helft): Promise<{ nieuw: string; oud: string; voorstel: string }> => {
    const [l, k] = [await d.helft(nieuw), await d.helft(oud)];
    await d.o.controle({});
    // somebody knew the reden of one of the two
    await d.vraag(
      `insert into casus_reden (regio_id, casus_id, waarde, door, op)
       select regio_id, id, sha256(id::text::bytea), verantwoordelijke_id, geopend_op from casus where loopt and leerling_id = $1`,
      [[l, k].toSorted((a, b) => Number(b) - Number(a))[0]],
    );
    if (nieuw.bestemming) await d.bestemming(l);
    if (oud.bestemming) await d.bestemming(k);
    await d.o.controle({});
    return { nieuw: l, oud: k, voorstel: await d.voorstel(l, k) };
  };

  it('has every table with a foreign key to leerling in its list', async () => {
    const sleutels = await d.vraag<{ naam: string }>(
      `select c.conrelid::regclass::text || '.' || a.attname as naam
         from pg_constraint c cross join unnest(c.conkey, c.confkey) as p (hier, daar)
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = p.hier
         join pg_attribute b on b.attrelid = c.confrelid and b.attnum = p.daar
        where c.contype = 'f' and c.confrelid = 'leerling'::regclass and b.attname = 'id' order by 1`,
    );
    const bekend = new Set([...d.tabellen.flatMap((t) => [`${t}.leerling_id`, `${t}.kandidaat_id`]), ...BLIJFT_STAAN]);
    expect(sleutels.map((s) => s.naam).filter((naam) => !bekend.has(naam))).toEqual([]);
    expect(sleutels.length).toBeGreaterThan(10);
  });

  it('comes back as it was, whatever hung on either, and the ledger adds up in between', async () => {
    const pgnOud = fc.constantFrom(null, 'onderwijsnummer' as const, 'bsn' as const);
    await fc.assert(
      fc.asyncProperty(
        helft(fc.constantFrom(0, 1)),
        helft(fc.constant(0)),
        pgnOud,
        fc.boolean(),
        async (een, twee, pgn, omgekeerd) => {
          const [nieuw, oud] = omgekeerd ? [{ ...twee, pgn }, een] : [een, { ...twee, pgn }];
          const p = await paar(nieuw, oud);
          const voor = await d.foto();
          const boek = await d.grootboek(VANDAAG);
          await d.beslis(p.voorstel, 'zelfde');
          const [rijen] = await d.vraag<{ vervalt: string }>(
            'select vervalt_id as vervalt from samenvoeging where koppelvoorstel_id = $1',
            [p.voorstel],
          );
          expect(await d.hangtAan(rijen?.vervalt ?? '')).toEqual({});
          expect(await d.grootboek(VANDAAG)).toEqual({ kandidaten: boek.kandidaten - 1, onverklaard: 0 });
          await d.maakOngedaan(p.voorstel);
          expect(await d.foto()).toEqual(voor);
          await d.werk();
          expect(await d.grootboek(VANDAAG)).toEqual(boek);
          await d.o.controle({});
          const na = await d.foto();
          expect(na['casus']).toEqual(voor['casus']);
          // again, now with every check done in between
          await d.beslis(p.voorstel, 'zelfde');
          await d.werk();
          expect(await d.grootboek(VANDAAG)).toEqual({ kandidaten: boek.kandidaten - 1, onverklaard: 0 });
          await d.maakOngedaan(p.voorstel);
          await d.werk();
          const { signaal: _s, casus: _c, taak: _t, koppelvoorstel: _k, ...rest } = await d.foto();
          const { signaal, casus, taak, koppelvoorstel, ...toen } = na;
          expect(rest).toEqual(toen);
          expect(await d.grootboek(VANDAAG)).toEqual(boek);
          expect([signaal, casus, taak, koppelvoorstel].every(Array.isArray)).toBe(true);
        },
      ),
      { numRuns: 12 },
    );
  }, 300_000);

  it('keeps the older casus: tasks, signalen and lines of the other are there, and go back', async () => {
    const p = await paar(GEWOON, { ...GEWOON, school: 1 });
    const casussen = () =>
      d.vraag<{ id: string; leerling: string; fase: string; uitkomst: string | null; in: string | null }>(
        `select id, leerling_id as leerling, fase, uitkomst, opgegaan_in as in from casus where leerling_id = any ($1) order by geopend_op, id`,
        [[p.nieuw, p.oud]],
      );
    const [eerste, tweede] = await casussen();
    expect([eerste?.fase, tweede?.fase]).toEqual(['nagaan', 'nagaan']);
    await d.beslis(p.voorstel, 'zelfde');
    expect(await casussen()).toEqual([
      { ...eerste, leerling: p.oud },
      { ...tweede, leerling: p.oud, fase: 'gesloten', uitkomst: 'samengevoegd', in: eerste?.id },
    ]);
    const bij = async (tabel: string) =>
      (
        await d.vraag<{ casus: string }>(
          `select distinct casus_id as casus from ${tabel} where casus_id = any ($1) order by 1`,
          [[eerste?.id, tweede?.id]],
        )
      ).map((r) => r.casus);
    expect([await bij('taak'), await bij('signaal')]).toEqual([[eerste?.id], [eerste?.id]]);
    const regels = await d.vraag<{ soort: string }>(
      `select soort from gebeurtenis where casus_id = any (array(select casus_met_opgegane($1, $2))) order by id`,
      [REGIO, eerste?.id],
    );
    expect(regels.map((r) => r.soort).filter((s) => s === 'casusGeopend')).toHaveLength(2);
    expect(regels.at(-1)?.soort).toBe('casusOpgegaan');
    // what people do meanwhile stays where they did it
    await d.vraag(
      `update taak set toestand = 'afgerond', resultaat = 'gebeld', afgerond_op = now() where casus_id = $1 and toestand = 'vervallen'`,
      [eerste?.id],
    );
    await d.maakOngedaan(p.voorstel);
    expect(await casussen()).toEqual([eerste, tweede]);
    const taken = await d.vraag<{ casus: string; soort: string; toestand: string }>(
      `select casus_id as casus, soort, toestand from taak where casus_id = any ($1) order by casus_id, id`,
      [[eerste?.id, tweede?.id]],
    );
    expect(taken).toEqual([
      { casus: eerste?.id, soort: 'eersteContact', toestand: 'open' },
      { casus: eerste?.id, soort: 'eersteContact', toestand: 'afgerond' },
      { casus: tweede?.id, soort: 'nogNodig', toestand: 'open' },
    ]);
    await d.werk();
  });

  it('goes on under the id of who has the only casus', async () => {
    const p = await paar(GEWOON, { ...GEWOON, aanmelding: 'overeenkomstAangeboden' });
    await d.beslis(p.voorstel, 'zelfde');
    const [rij] = await d.vraag('select blijft_id as blijft from samenvoeging where koppelvoorstel_id = $1', [
      p.voorstel,
    ]);
    expect(rij).toEqual({ blijft: p.nieuw });
    expect(await d.vraag('select huidige_leerling($1, $2) as id', [REGIO, p.oud])).toEqual([{ id: p.nieuw }]);
    await d.werk();
    // one of the two has a place: nothing is asked any more
    expect(await d.vraag(`select fase, uitkomst from casus where leerling_id = $1`, [p.nieuw])).toEqual([
      { fase: 'gesloten', uitkomst: 'alsnogOpKoers' },
    ]);
  });

  it('refuses two BSNs, makes an onderwijsnummer resolve beside a BSN, and both still open', async () => {
    const twee = await paar({ ...GEWOON, pgn: 'bsn' }, { ...GEWOON, pgn: 'bsn' });
    const voor = await d.foto();
    await expect(d.beslis(twee.voorstel, 'zelfde')).rejects.toMatchObject({ soort: 'conflict', code: 'tweeBsn' });
    expect(await d.foto()).toEqual(voor);
    const p = await paar({ ...GEWOON, pgn: 'bsn' }, { ...GEWOON, pgn: 'onderwijsnummer' });
    await d.beslis(p.voorstel, 'zelfde');
    const pgns = ((await d.foto())['leerling_pgn'] ?? []) as {
      leerling_id: number;
      onderwijsnummer: boolean;
      huidig: boolean;
    }[];
    const vanBeide = pgns.filter((g) => String(g.leerling_id) === p.oud).map((g) => [g.onderwijsnummer, g.huidig]);
    expect(vanBeide).toHaveLength(2);
    expect(vanBeide).toEqual(
      expect.arrayContaining([
        [false, true],
        [true, false],
      ]),
    );
  });

  it('is undone also when deliveries came between: each row with the number of its school', async () => {
    const p = await paar({ ...GEWOON, school: 1 }, { ...GEWOON, pgn: 'bsn' });
    const voor = await d.foto();
    await d.beslis(p.voorstel, 'zelfde');
    await d.werk();
    // the mbo delivers both numbers anew, with a new row each; the school of the new one rewrites its identity; a number is learned
    for (const [wie, sleutel] of [
      [p.nieuw, 'n'],
      [p.oud, 'o'],
    ] as const) {
      const id = await d.t.rij(wie, '2026-07-09', { sleutel, status: 'overeenkomstAangeboden' });
      await d.vraag('update inschrijving set leerling_id = $2 where id = $1', [id, p.oud]);
    }
    await d.vraag(
      `update leerling set achternaam = 'Nieuw', bron_school = $2, bron_leerlingnummer = 'L' || $3::bigint, bron_op = '2026-07-09' where id = $1`,
      [p.oud, d.scholen[1], p.nieuw],
    );
    await d.pgn(p.oud, '100000009', true).catch(() => undefined);
    await d.werk();
    await d.maakOngedaan(p.voorstel);
    const namen = await d.vraag<{ id: string; achternaam: string }>(
      'select id, achternaam from leerling where id = any ($1) order by id',
      [[p.nieuw, p.oud]],
    );
    expect(namen).toEqual([
      { id: p.nieuw, achternaam: 'Nieuw' },
      { id: p.oud, achternaam: 'Jansen' },
    ]);
    const rijen = await d.vraag<{ leerling: string; nr: string }>(
      `select leerling_id as leerling, leerlingnummer as nr from inschrijving where school = $1 and leerlingnummer = any ($2) order by id`,
      [ROC, [`L${p.nieuw}`, `L${p.oud}`]],
    );
    expect(rijen).toEqual([
      { leerling: p.nieuw, nr: `L${p.nieuw}` },
      { leerling: p.oud, nr: `L${p.oud}` },
    ]);
    expect((await d.foto())['leerling_pgn']).toEqual(voor['leerling_pgn']);
    await d.werk();
    expect((await d.grootboek(VANDAAG)).onverklaard).toBe(0);
  });
});
