import { maakMedewerker, maakRegel, maakTeam, Routeertoneel } from '../test.js';

const DAG = '2026-09-01';

// Attacked with plain SQL, past every service.
describe('invariants of overname and verdeling', () => {
  let t: Routeertoneel;
  let anna: string;
  let bram: string;
  let casus: string;
  beforeAll(async () => {
    t = await Routeertoneel.maak();
    await t.begin();
    await maakTeam(t.db.bron, 'oost');
    await maakRegel(t.db.bron, { volgorde: 1, team: 'oost' });
    anna = await maakMedewerker(t.db.bron, { naam: 'Anna', team: 'oost' });
    const leerling = await t.open(DAG);
    bram = await maakMedewerker(t.db.bron, { naam: 'Bram', team: 'oost' });
    const [rij] = await t.q<{ id: string }>(`select id from casus where leerling_id = $1`, [leerling]);
    casus = rij?.id ?? '';
  }, 60_000);
  afterAll(() => t.sluit());
  beforeEach(() => t.q(`delete from overname`));

  const bied = (velden: Record<string, unknown> = {}) => {
    const rij = {
      ...{
        regio_id: 36,
        casus_id: casus,
        aanleiding: 'handmatig',
        van_id: anna,
        naar_id: bram,
        invoer: '{}',
        uitleg: '',
      },
      ...{ aangeboden_op: `${DAG}T08:00:00Z`, aangeboden_door: 'systeem', ...velden },
    };
    const namen = Object.keys(rij);
    return t.q(
      `insert into overname (${namen.join(', ')}) values (${namen.map((_, n) => `$${n + 1}`).join(', ')})`,
      Object.values(rij),
    );
  };

  it('allow one open offer of a casus', async () => {
    await bied();
    await expect(bied()).rejects.toThrow('overname_een_open');
  });

  it.each([
    ['an offer to oneself', () => ({ naar_id: anna }), 'overname_ander'],
    ['an offer to nobody', () => ({ naar_id: null }), 'overname_bestemming'],
    ['another region with a colleague', () => ({ aanleiding: 'andereRegio' }), 'overname_bestemming'],
    ['a decision of nobody', () => ({ toestand: 'geaccepteerd', beslist_op: DAG }), 'overname_beslist'],
    [
      'reading on after a refusal',
      () => ({ toestand: 'geweigerd', beslist_op: DAG, beslist_door: bram, nalezen_tot: DAG }),
      'overname_nalezen',
    ],
    ['a casus of another region', () => ({ regio_id: 35 }), 'overname'],
  ])('refuse %s', async (_, velden, naam) => {
    await expect(bied(velden())).rejects.toThrow(naam);
  });

  it('let nobody wait for who stopped', async () => {
    await bied();
    await expect(t.q(`update medewerker set actief = false where id = $1`, [bram])).rejects.toThrow(
      'overname_ontvanger_actief',
    );
  });

  it('let an offer fall with its casus, whoever gives that away', async () => {
    await bied();
    await t.q(`update casus set verantwoordelijke_id = $1 where id = $2`, [bram, casus]);
    expect(await t.q(`select toestand from overname`)).toEqual([{ toestand: 'vervallen' }]);
    await t.q(`update casus set verantwoordelijke_id = $1 where id = $2`, [anna, casus]);
  });

  it.each(['delete from overname', 'delete from verdeling', 'update verdeling_rij set uitkomst = uitkomst'])(
    'leave history to nobody: %s',
    async (sql) => {
      const wie = { soort: 'systeem', id: 'systeem', regioId: 36, naam: '', rollen: [] } as const;
      const poging = t.db.als('sluitend_api').voerUit({ wie: { ...wie, rollen: [] } }, (tx) => tx.query(sql));
      await expect(poging).rejects.toThrow('permission denied');
    },
  );
});
