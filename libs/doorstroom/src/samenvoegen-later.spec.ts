import { alsDatum } from '#kern';
import { Terugweg } from '#leerlingen';
import { Dubbel, GEWOON } from './test/dubbel.js';
import { REGIO } from './test/opstelling.js';

const VANDAAG = '2026-07-10';

describe('taking a merge back when much happened since', () => {
  let d: Dubbel;
  beforeAll(async () => {
    d = await Dubbel.maak(VANDAAG);
  }, 120_000);
  afterAll(() => d.o.sluit());

  const paar = async (): Promise<{ nieuw: string; oud: string; voorstel: string }> => {
    const half = { ...GEWOON, aanmelding: 'aangemeld' };
    const [nieuw, oud] = [await d.helft(half), await d.helft(half)];
    await d.o.controle({});
    return { nieuw, oud, voorstel: await d.voorstel(nieuw, oud) };
  };

  it('lets go of enrolments that are gone', async () => {
    const p = await paar();
    const wie = [[p.nieuw, p.oud]];
    const trajecten = () =>
      d.vraag(
        `select leerling_id as leerling, eigen_inschrijving_id as eigen, vervolg_inschrijving_id as vervolg
           from traject where leerling_id = any ($1) order by 1`,
        wie,
      );
    expect(await trajecten()).not.toContainEqual(expect.objectContaining({ vervolg: null }));
    await d.beslis(p.voorstel, 'zelfde');
    await d.werk();
    // as undoing the deliveries that brought them does
    await d.vraag(
      `update traject set eigen_inschrijving_id = null, vervolg_inschrijving_id = null where leerling_id = any ($1)`,
      wie,
    );
    await d.vraag(`update examenkandidatuur set inschrijving_id = null where leerling_id = any ($1)`, wie);
    await d.vraag(`delete from inschrijving where leerling_id = any ($1)`, wie);
    await d.maakOngedaan(p.voorstel);
    const leeg = { eigen: null, vervolg: null };
    expect(await trajecten()).toEqual([
      { leerling: p.nieuw, ...leeg },
      { leerling: p.oud, ...leeg },
    ]);
    expect(
      await d.vraag('select inschrijving_id as rij from examenkandidatuur where leerling_id = any ($1)', wie),
    ).toEqual([{ rij: null }, { rij: null }]);
    await d.werk();
    expect((await d.grootboek(VANDAAG)).onverklaard).toBe(0);
  });

  it('leaves a casus and a signaal closed of whom has a newer one', async () => {
    const p = await paar();
    const casussen = () =>
      d.vraag<{ id: string; leerling: string; loopt: boolean | null; in: string | null }>(
        `select id, leerling_id as leerling, loopt, opgegaan_in as in from casus where leerling_id = any ($1) order by id`,
        [[p.nieuw, p.oud]],
      );
    // the casus and signaal of the one that is merged are the older
    for (const tabel of ['casus', 'signaal'])
      await d.vraag(`update ${tabel} set geopend_op = geopend_op - interval '1 day' where leerling_id = $1`, [p.nieuw]);
    const voor = await casussen();
    expect(voor).toHaveLength(2);
    await d.beslis(p.voorstel, 'zelfde');
    await d.werk();
    // what was asked of them is over; later something new is
    await d.vraag(
      `update casus set fase = 'gesloten', uitkomst = 'alsnogOpKoers', gesloten_op = now(), volgende_taak_id = null, vervalt_op = null
        where leerling_id = $1 and loopt`,
      [p.oud],
    );
    await d.vraag(
      `update taak t set toestand = 'vervallen', resultaat = 'opgelost', afgerond_op = now() from casus c
        where c.id = t.casus_id and c.leerling_id = $1 and t.toestand = 'open'`,
      [p.oud],
    );
    await d.vraag(
      `update signaal set gesloten_op = now(), sluitreden = 'opgelost' where leerling_id = $1 and gesloten_op is null`,
      [p.oud],
    );
    await d.vraag(`update traject set op_koers = true, vraag = null where leerling_id = $1`, [p.oud]);
    await d.o.controle({});
    const tussen = await casussen();
    const derde = tussen.find((c) => c.loopt === true);
    expect(voor.map((c) => c.id)).not.toContain(derde?.id);
    await d.maakOngedaan(p.voorstel);
    await d.werk();
    await d.o.controle({});
    // each has one that runs, with a task in it, and no task, signaal or closed casus is with the other
    const na = await casussen();
    expect(
      na
        .filter((c) => c.loopt === true)
        .map((c) => c.leerling)
        .toSorted(),
    ).toEqual([p.nieuw, p.oud].toSorted());
    const van = new Map(na.map((c) => [c.id, c.leerling]));
    for (const c of na) if (c.in !== null) expect(van.get(c.in)).toBe(c.leerling);
    expect(
      await d.vraag(
        `select s.id from signaal s join casus c on c.id = s.casus_id where s.leerling_id = any ($1) and c.leerling_id <> s.leerling_id`,
        [[p.nieuw, p.oud]],
      ),
    ).toEqual([]);
    expect(
      await d.vraag(
        `select t.id from taak t join casus c on c.id = t.casus_id where c.leerling_id = any ($1) and c.loopt is null and t.toestand = 'open'`,
        [[p.nieuw, p.oud]],
      ),
    ).toEqual([]);
    expect((await d.grootboek(VANDAAG)).onverklaard).toBe(0);
  });

  it('makes somebody else provisional again, whose last question the merge had ended', async () => {
    const half = { ...GEWOON, aanmelding: 'aangemeld' };
    const [een, twee, derde] = [await d.helft(half), await d.helft(half), await d.helft(half)];
    await d.o.controle({});
    // told apart from the one that goes on, and still asked about the one that does not
    await d.beslis(await d.voorstel(derde, twee), 'verschillend');
    const vraag = await d.voorstel(derde, een);
    const voorstel = await d.voorstel(een, twee);
    const stand = async (): Promise<unknown> => {
      const [rij] = await d.vraag(
        `select l.voorlopig, k.status, k.einde_voorlopig as einde from leerling l, koppelvoorstel k where l.id = $1 and k.id = $2`,
        [derde, vraag],
      );
      return rij;
    };
    await d.werk();
    await d.beslis(voorstel, 'zelfde');
    expect(await stand()).toEqual({ voorlopig: false, status: 'vervallen', einde: true });
    expect(
      await d.vraag(`select from opdracht where soort = 'doorstroom.controleSchool' and klaar_op is null`),
    ).not.toHaveLength(0);
    await d.werk();
    await d.maakOngedaan(voorstel);
    expect(await stand()).toEqual({ voorlopig: true, status: 'open', einde: false });
    await d.werk();
  });

  it('is not possible any more when its book is gone: a year later', async () => {
    const p = await paar();
    await d.beslis(p.voorstel, 'zelfde');
    await d.werk();
    const boek = async (vandaag: string): Promise<number> => {
      const moment = { regioId: REGIO, vandaag: alsDatum(vandaag), nu: new Date(`${vandaag}T12:00:00Z`) };
      await d.o.db.transactie.voerUit({ wie: d.o.wie }, (tx) =>
        d.o.app.get(Terugweg, { strict: false }).vergeet(tx, moment),
      );
      const [rij] = await d.vraag<{ n: number }>(
        `select count(*)::int as n from samenvoeging_rij r join samenvoeging s on s.id = r.samenvoeging_id where s.koppelvoorstel_id = $1`,
        [p.voorstel],
      );
      return rij?.n ?? 0;
    };
    expect(await boek('2027-07-09')).toBeGreaterThan(2);
    expect(await boek('2027-07-12')).toBe(0);
    const voor = await d.foto();
    await expect(d.maakOngedaan(p.voorstel)).rejects.toMatchObject({ soort: 'conflict', code: 'nietMeerTerug' });
    expect(await d.foto()).toEqual(voor);
  });
});
