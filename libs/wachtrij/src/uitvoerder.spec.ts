import { Transactie } from '#database';
import type { TestDatabase } from '#database/test';
import { systeem } from '#kern';
import type { INestApplicationContext } from '@nestjs/common';
import { Opdrachten } from './opdrachten.js';
import { werkAf } from './test.js';
import {
  effecten,
  kort,
  lang,
  ledger,
  maakLeeg,
  proefDatabase,
  proefWorker,
  REGIO,
  zet,
  type Gedrag,
} from './test/opstelling.js';
import { Uitvoerder } from './uitvoerder.js';

const LATER = new Date(Date.now() + 86_400_000);

let db: TestDatabase;
let app: INestApplicationContext;
beforeAll(async () => {
  db = await proefDatabase();
  app = await proefWorker(db.url);
}, 60_000);
beforeEach(() => maakLeeg(db));
afterAll(async () => {
  await app.close();
  await db.sluit();
});

function keer<T>(aantal: number, waarde: T): T[] {
  return Array.from({ length: aantal }, () => waarde);
}

describe('doing the work', () => {
  it('does each row once, however many workers there are', async () => {
    await zet(app, keer(500, 'goed'));
    await zet(app, keer(20, 'goed'), { job: lang, naam: 'l' });
    expect(await werkAf(app, { werkers: 3 })).toEqual({ klaar: 520, mislukt: 0 });
    const gezien = Object.values(await effecten(db));
    expect(gezien).toHaveLength(520);
    expect(new Set(gezien)).toEqual(new Set([1]));
    // The second line of defence: no row was started by two workers either.
    expect(new Set((await ledger(db)).map((r) => `${r.stand} ${r.pogingen}`))).toEqual(new Set(['klaar 1']));
  });

  it('finds nothing to do the second time', async () => {
    await zet(app, ['goed']);
    await werkAf(app);
    expect(await werkAf(app)).toEqual({ klaar: 0, mislukt: 0 });
    expect(await effecten(db)).toEqual({ w0: 1 });
    expect((await ledger(db)).map((r) => r.stand)).toEqual(['klaar']);
  });

  it('keeps regions and work of the instance itself apart', async () => {
    await zet(app, ['goed'], { naam: 'a' });
    await zet(app, ['goed'], { naam: 'b', regioId: 37 });
    await zet(app, ['goed'], { naam: 'c', regioId: 0 });
    await app.get(Uitvoerder).werkPartij('proef.kort', 0);
    expect(await effecten(db)).toEqual({ c0: 1 });
    await werkAf(app);
    expect(await effecten(db)).toEqual({ a0: 1, b0: 1, c0: 1 });
  });

  it('leaves work alone that is put for later', async () => {
    await app
      .get(Transactie)
      .voerUit({ wie: systeem(REGIO) }, (tx) =>
        app
          .get(Opdrachten)
          .zet(
            tx,
            kort,
            REGIO,
            { wat: 'later', gedrag: 'goed' as Gedrag },
            { vanaf: new Date(Date.now() + 3_600_000) },
          ),
      );
    expect(await werkAf(app)).toEqual({ klaar: 0, mislukt: 0 });
    expect(await werkAf(app, { tot: LATER })).toEqual({ klaar: 1, mislukt: 0 });
  });
});

describe('a row that fails', () => {
  it('takes nothing along: 99 of 100 are done', async () => {
    await zet(app, keer<Gedrag>(100, 'goed').with(41, 'faal'));
    await werkAf(app, { laatMislukken: true });
    const gezien = await effecten(db);
    expect(Object.keys(gezien)).toHaveLength(99);
    expect(gezien).not.toHaveProperty('w41');
    const rijen = await ledger(db);
    expect(rijen.filter((r) => r.stand === 'klaar')).toHaveLength(99);
    expect(rijen.filter((r) => r.stand !== 'klaar').map((r) => r.wat)).toEqual(['w41']);
  });

  it.each<[string, Gedrag]>([
    ['a constraint that is only checked at commit', 'uitgesteldeFout'],
    ['an SQL error that the handler swallowed', 'slikFout'],
  ])('takes nothing along with %s either', async (_, gedrag) => {
    await zet(app, ['goed', gedrag, 'goed']);
    // In one batch: found at commit it would take the whole batch along, to be tried row by row.
    expect(await app.get(Uitvoerder).werkPartij('proef.kort', REGIO)).toMatchObject({ klaar: 2, mislukt: 1 });
    expect(await effecten(db)).toEqual({ w0: 1, w2: 1 });
  });

  it('waits longer each time, and is dead after its last attempt', async () => {
    await zet(app, ['faal', 'goed']);
    await app.get(Uitvoerder).werkPartij('proef.kort', REGIO);
    expect((await ledger(db))[0]).toMatchObject({ stand: 'open', pogingen: 1 });
    const [wacht] = await db.bron.query('select vanaf > gestart_op as later from opdracht where id = 1');
    expect(wacht).toEqual({ later: true });
    await werkAf(app, { tot: LATER, laatMislukken: true });
    expect((await ledger(db)).map((r) => [r.stand, r.pogingen])).toEqual([
      ['dood', 3],
      ['klaar', 1],
    ]);
    expect(await werkAf(app, { tot: LATER })).toEqual({ klaar: 0, mislukt: 0 });
  });

  it('keeps no word of an unknown error, and the sentence of ours', async () => {
    await zet(app, ['faal', 'domeinfout']);
    await werkAf(app, { laatMislukken: true });
    const [vreemd, eigen] = await ledger(db);
    expect(vreemd?.foutCode).toBe('onverwacht');
    expect(vreemd?.foutTekst).not.toMatch(/Jansen|2010/);
    expect(eigen).toMatchObject({ foutCode: 'bezet', foutTekst: 'Deze school wordt al verwerkt.' });
  });

  it('is dead at once when its data is unreadable', async () => {
    await db.bron.query(`insert into opdracht (regio_id, soort, data) values (36, 'proef.kort', '{"iets": 1}')`);
    await zet(app, ['goed']);
    await werkAf(app, { laatMislukken: true });
    expect((await ledger(db)).map((r) => [r.stand, r.pogingen, r.foutCode])).toEqual([
      ['dood', 1, 'dataOnleesbaar'],
      ['klaar', 1, null],
    ]);
  });

  it.each<[string, Gedrag, string]>([
    ['throws', 'faal', 'onverwacht'],
    ['breaks a constraint at commit', 'uitgesteldeFout', 'onverwacht'],
    ['loses its connection', 'breekVerbinding', 'afgebroken'],
  ])('leaves nothing behind when it is long and %s', async (_, gedrag, foutCode) => {
    await zet(app, [gedrag, 'goed'], { job: lang });
    await werkAf(app, { tot: LATER, laatMislukken: true });
    expect(await effecten(db)).toEqual({ w1: 1 });
    expect((await ledger(db))[0]).toMatchObject({ stand: 'dood', pogingen: 3, foutCode });
  });

  it('starts afresh when a person gives it another chance', async () => {
    await zet(app, ['faal']);
    await werkAf(app, { tot: LATER, laatMislukken: true });
    const herkans = (id: string, regio: number): Promise<void> =>
      app.get(Transactie).voerUit({ wie: systeem(regio) }, (tx) => app.get(Opdrachten).herkans(tx, id, regio));
    await expect(herkans('1', 37)).rejects.toMatchObject({ code: 'opdrachtNietGevonden' });
    await herkans('1', REGIO);
    expect((await ledger(db))[0]).toMatchObject({ stand: 'open', pogingen: 0 });
    await db.bron.query(`update opdracht set data = data || '{"gedrag": "goed"}'`);
    await werkAf(app);
    expect((await ledger(db))[0]).toMatchObject({ stand: 'klaar', pogingen: 1, foutCode: null });
    await expect(herkans('1', REGIO)).rejects.toMatchObject({ code: 'opdrachtNietGevonden' });
  });
});

describe('a batch that breaks', () => {
  it('is tried row by row: only the row that breaks the connection fails', async () => {
    await zet(app, ['goed', 'breekVerbinding', 'goed']);
    await werkAf(app, { laatMislukken: true });
    expect(await effecten(db)).toEqual({ w0: 1, w2: 1 });
    await werkAf(app, { tot: LATER, laatMislukken: true });
    expect((await ledger(db)).map((r) => [r.stand, r.pogingen, r.foutCode])).toEqual([
      ['klaar', 1, null],
      ['dood', 3, 'afgebroken'],
      ['klaar', 1, null],
    ]);
  });
});
