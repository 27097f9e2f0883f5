import fc from 'fast-check';
import { maakMedewerker, maakTeam, Bewaaktoneel } from '../test.js';

// Between the first lesson day and Christmas: no national holiday, so weekdays are werkdagen.
const BEGIN = '2026-09-01';

/** What happens to one of the casussen, and how many days go by after it. */
interface Stap {
  welke: number;
  wat: 'niets' | 'afgerond' | 'verzet' | 'opgeschort' | 'wacht' | 'gezien' | 'leiderWeg' | 'gesloten';
  dagen: number;
  daarna: number;
}

/** A casus as the model knows it. */
interface Model {
  leerling: string;
  casusId: string;
  plichtig: boolean;
  taakId: string;
  vervaltOp: string;
  tot: string;
  open: boolean;
}

const stap: fc.Arbitrary<Stap> = fc.record({
  welke: fc.nat(2),
  wat: fc.constantFrom(
    'niets',
    'niets',
    'afgerond',
    'verzet',
    'opgeschort',
    'wacht',
    'gezien',
    'leiderWeg',
    'gesloten',
  ),
  dagen: fc.integer({ min: 1, max: 12 }),
  daarna: fc.integer({ min: 1, max: 9 }),
});

function plus(datum: string, dagen: number): string {
  return new Date(Date.parse(datum) + dagen * 86_400_000).toISOString().slice(0, 10);
}

/** Weekdays after a day, until and with another. */
function weekdagen(na: string, tot: string): number {
  let aantal = 0;
  for (let dag = plus(na, 1); dag <= tot; dag = plus(dag, 1)) {
    const nr = new Date(dag).getUTCDay();
    if (nr !== 0 && nr !== 6) aantal += 1;
  }
  return aantal;
}

describe('bewaking: any stream of days and work', () => {
  let toneel: Bewaaktoneel;
  let t: Bewaaktoneel['t'];
  beforeAll(async () => {
    toneel = await Bewaaktoneel.maak();
    t = toneel.t;
  }, 60_000);
  afterAll(() => t.sluit());

  const begin = async (): Promise<Model[]> => {
    await toneel.begin();
    await maakTeam(t.db.bron, 'west');
    await maakMedewerker(t.db.bron, { naam: 'Wes', team: 'west' });
    await toneel.leider('Tea Leider', 'oost');
    await toneel.leider('Ted Leider', 'oost');
    await toneel.coordinator();
    const modellen: Model[] = [];
    for (const geboortedatum of ['2010-03-01', '2007-01-01', '2009-12-01']) {
      const leerling = await t.open(BEGIN, { geboortedatum });
      const [rij] = await t.q<Omit<Model, 'leerling' | 'tot' | 'open'>>(
        `select id as "casusId", volgende_taak_id as "taakId", vervalt_op as "vervaltOp", doelgroep <> 'doorstroompunt' as plichtig
           from casus where leerling_id = $1`,
        [leerling],
      );
      if (rij !== undefined) modellen.push({ ...rij, leerling, tot: '', open: true });
    }
    return modellen;
  };

  const doe = async (m: Model, { wat, dagen }: Stap, vandaag: string): Promise<void> => {
    const tot = plus(vandaag, dagen);
    if (wat === 'gezien') {
      await t.q(
        `update opschaling set gezien_op = now(), gezien_door = naar_id where casus_id = $1 and gezien_op is null`,
        [m.casusId],
      );
    } else if (wat === 'leiderWeg') {
      await t.q(
        `insert into afwezigheid (regio_id, medewerker_id, van, tot)
         select 36, id, $1, $2 from medewerker where naam = 'Tea Leider' on conflict do nothing`,
        [vandaag, tot],
      );
    } else if (!m.open) {
      return;
    } else if (wat === 'afgerond') {
      const [{ id }] = await t
        .q<{ id: string }>(
          `insert into taak (regio_id, soort, casus_id, eigenaar_id, vervalt_op, gemaakt_op)
         select 36, 'opvolging', id, verantwoordelijke_id, $2, now() from casus where id = $1 returning id`,
          [m.casusId, tot],
        )
        .then((rijen) => rijen as [{ id: string }]);
      await t.q(
        `with oud as (update taak set toestand = 'afgerond', afgerond_op = now() where id = $2)
         update casus set volgende_taak_id = $3, vervalt_op = $4, wacht_op = null, wakker_op = null, opgeschort_tot = null where id = $1`,
        [m.casusId, m.taakId, id, tot],
      );
      Object.assign(m, { taakId: id, vervaltOp: tot, tot: '' });
    } else if (wat === 'verzet') {
      await t.q(`update taak set vervalt_op = $2 where id = $1`, [m.taakId, tot]);
      m.vervaltOp = tot;
    } else if (wat === 'opgeschort' || wat === 'wacht') {
      const kolommen = wat === 'wacht' ? `wacht_op = 'datum', wakker_op` : 'opgeschort_tot';
      await t.q(`update casus set wacht_op = null, wakker_op = null, opgeschort_tot = null where id = $1`, [m.casusId]);
      await t.q(`update casus set ${kolommen} = $2 where id = $1`, [m.casusId, tot]);
      m.tot = tot;
    } else if (wat === 'gesloten') {
      await t.sluitSignaal(m.leerling, vandaag);
      m.open = false;
    }
  };

  it('tells each once, misses none, and nobody of what is suspended, waits or is done', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(stap, { minLength: 4, maxLength: 12 }), async (stappen) => {
        const modellen = await begin();
        const verwacht = new Set<string>();
        let vandaag = BEGIN;
        for (const s of stappen) {
          await doe(modellen[s.welke] as Model, s, vandaag);
          vandaag = plus(vandaag, s.daarna);
          await Promise.all([t.bewaak(vandaag), t.bewaak(vandaag)]);
          const lopend = new Set<string>();
          for (const m of modellen) {
            const uiterlijk = m.tot > m.vervaltOp ? m.tot : m.vervaltOp;
            const laat = m.open && uiterlijk < vandaag ? weekdagen(uiterlijk, vandaag) : 0;
            const niveaus = [laat >= 5 && 'teamleider', laat >= 10 && m.plichtig && 'regiocoordinator'];
            const sleutel = `${m.casusId} ${m.taakId} ${uiterlijk}`;
            for (const niveau of niveaus) if (niveau !== false) verwacht.add(`${sleutel} ${niveau}`);
            for (const niveau of ['teamleider', 'regiocoordinator'])
              if (m.open && verwacht.has(`${sleutel} ${niveau}`)) lopend.add(`${sleutel} ${niveau}`);
          }
          const rijen = await t.q<{ sleutel: string; loopt: boolean; taken: number; gezien: boolean; weg: boolean }>(
            `select concat_ws(' ', o.casus_id, o.taak_id, o.uiterlijk, o.niveau) as sleutel, o.beeindigd_op is null as loopt, o.gezien_op is not null as gezien,
                    (select count(*)::int from taak t where t.opschaling_id = o.id and t.toestand = 'open' and t.eigenaar_id = o.naar_id) as taken
               from opschaling o`,
          );
          expect(rijen.map((r) => r.sleutel).toSorted()).toEqual([...verwacht].toSorted());
          expect(
            rijen
              .filter((r) => r.loopt)
              .map((r) => r.sleutel)
              .toSorted(),
          ).toEqual([...lopend].toSorted());
          for (const r of rijen) expect(r.taken).toBe(r.loopt && !r.gezien ? 1 : 0);
        }
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
