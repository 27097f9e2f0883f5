import { Binds } from '#database';
import { testDatabase, type TestDatabase } from '#database/test';
import { alsDatum, ROLLEN, systeem, type Rol, type Wie } from '#kern';
import type { Kolommen } from './kolommen.js';
import { namenZichtbaar, redenVan, toontNamen, zichtbaar } from './zichtbaar.js';

const ONDERWERPEN: Kolommen[] = [
  { onderwerp: 'leerling', leerling: 'l.id' },
  { onderwerp: 'leerling', leerling: 'l.id', laag: 'T1', woongemeente: 'l.woongemeente' },
  { onderwerp: 'traject', leerling: 't.leerling_id', school: 't.school' },
  { onderwerp: 'inschrijving', leerling: 'i.leerling_id', school: 'i.school' },
  { onderwerp: 'signaal', leerling: 's.leerling_id', school: 's.school' },
  {
    onderwerp: 'casus',
    casus: 'c.id',
    leerling: 'c.leerling_id',
    woongemeente: 'l.woongemeente',
    school: 'c.school',
    verantwoordelijke: 'c.verantwoordelijke_id',
    fase: 'c.fase',
    geslotenOp: 'c.gesloten_op',
  },
  {
    onderwerp: 'taak',
    leerling: 'c.leerling_id',
    casus: 'k.casus_id',
    eigenaar: 'k.eigenaar_id',
    woongemeente: 'l.woongemeente',
    school: 'k.school',
    verantwoordelijke: 'c.verantwoordelijke_id',
    fase: 'c.fase',
    geslotenOp: 'c.gesloten_op',
  },
  {
    onderwerp: 'decaanvraag',
    casus: 'c.id',
    leerling: 'c.leerling_id',
    nagaander: 'k.eigenaar_id',
    woongemeente: 'l.woongemeente',
    school: 'k.school',
    verantwoordelijke: 'c.verantwoordelijke_id',
    fase: 'c.fase',
    geslotenOp: 'c.gesloten_op',
  },
  { onderwerp: 'aanlevering', school: 'a.school' },
];

/** Every table that a predicate may name, joined to nothing: what counts is that PostgreSQL takes the text and its binds. */
const VAN = `leerling l, traject t, inschrijving i, signaal s, casus c, taak k, aanlevering a`;

function wieMet(rol: Rol, bereik: 'regio' | 'gemeenten' | 'scholen'): Wie {
  return {
    soort: rol === 'aanleveraar' ? 'client' : 'medewerker',
    id: rol === 'aanleveraar' ? 'school-99AA' : '7',
    regioId: 36,
    naam: 'n.v.t.',
    vandaag: alsDatum('2026-03-16'),
    rollen: [
      {
        rol,
        heleRegio: bereik === 'regio',
        gemeenten: bereik === 'gemeenten' ? ['0796'] : [],
        scholen: bereik === 'scholen' ? ['99AA00'] : [],
      },
    ],
  };
}

describe('zichtbaar as SQL', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
  });
  afterAll(() => db.sluit());

  const gevallen = ROLLEN.flatMap((rol) =>
    (['regio', 'gemeenten', 'scholen'] as const).flatMap((bereik) => ONDERWERPEN.map((k) => ({ rol, bereik, k }))),
  );

  it('is accepted by PostgreSQL for every role, scope and subject, with every bind used', async () => {
    for (const { rol, bereik, k } of gevallen) {
      for (const maak of [zichtbaar, namenZichtbaar, redenVan]) {
        const binds = new Binds();
        const sql = maak(wieMet(rol, bereik), k, binds);
        await db.bron.query(`select ${sql} as uitkomst from ${VAN} limit 1`, binds.waarden);
      }
    }
  });

  it('is false for who has no role, a beheerder and an auditor', () => {
    for (const k of ONDERWERPEN.filter((o) => o.onderwerp !== 'taak')) {
      expect(zichtbaar({ ...wieMet('beheerder', 'regio'), rollen: [] }, k, new Binds())).toBe('false');
      expect(zichtbaar(wieMet('beheerder', 'regio'), k, new Binds())).toBe('false');
      expect(zichtbaar(wieMet('auditor', 'regio'), k, new Binds())).toBe('false');
    }
  });

  it('is true for the system, which acts for everyone', () => {
    expect(zichtbaar(systeem(36), { onderwerp: 'leerling', leerling: 'l.id' }, new Binds())).toBe('true');
  });

  it('shows a regiocoördinator every row, and names only of what was escalated', () => {
    const wie = wieMet('regiocoordinator', 'regio');
    const k: Kolommen = { onderwerp: 'traject', leerling: 't.leerling_id', school: 't.school' };
    expect(zichtbaar(wie, k, new Binds())).toMatch(/ or true\)$/);
    expect(namenZichtbaar(wie, k, new Binds())).toMatch(/^\(exists .*zo\.niveau = 'regiocoordinator'/);
    const zonderMens = { ...wie, soort: 'client' as const };
    expect(namenZichtbaar(zonderMens, k, new Binds())).toBe('false');
    expect(toontNamen(wie)).toBe(false);
    expect(toontNamen(wieMet('doorstroomcoach', 'gemeenten'))).toBe(true);
  });

  it('refuses anything but a column reference', () => {
    expect(() =>
      zichtbaar(wieMet('mentor', 'scholen'), { onderwerp: 'aanlevering', school: "'x' or true" }, new Binds()),
    ).toThrow('not a column reference');
  });
});
