import { ANDERE_COACH, BEWAKER, COACH, COORDINATOR, Vaststelling } from './vaststelling.js';

/** Who may on more than one ground may all that one of them allows. */
describe('several grounds at once', () => {
  let v: Vaststelling;
  beforeAll(async () => {
    v = await Vaststelling.start();
  }, 60_000);
  afterAll(() => v.keten.sluit());

  const schaalOp = (leerling: string, naar: string, niveau: string) =>
    v.sql(
      `insert into opschaling (regio_id, casus_id, taak_id, uiterlijk, om, niveau, naar_id, opgeschaald_op)
       select c.regio_id, c.id, c.volgende_taak_id, c.vervalt_op, 'stap', $3, m.id, now()
         from casus c cross join medewerker m where c.leerling_id = $1 and m.email = $2`,
      [leerling, naar, niveau],
    );
  const casusVan = async (leerling: string) => {
    const [c] = await v.sql<{ id: string; versie: number }>(`select id, versie from casus where leerling_id = $1`, [
      leerling,
    ]);
    return c ?? { id: '', versie: 0 };
  };
  const idVan = async (email: string) =>
    (await v.sql<{ id: string }>(`select id from medewerker where email = $1`, [email]))[0]?.id;
  const leidt = (email: string) =>
    v.sql(
      `with rol as (insert into medewerker_rol (regio_id, medewerker_id, rol, hele_regio)
         select regio_id, id, 'teamleider', true from medewerker where email = $1 on conflict do nothing)
       insert into teamlid (regio_id, team, medewerker_id) select regio_id, 'coaches-a', id from medewerker where email = $1 on conflict do nothing`,
      [email],
    );

  it('a teamleider who was told what stands still goes on settling and giving away', async () => {
    await leidt(ANDERE_COACH);
    const { id, leerling, versie } = await v.jongere();
    await schaalOp(leerling, ANDERE_COACH, 'teamleider');
    const gezet = await v.zet('voorgenomen-vervolg', id, { vervolg: 'havo', versie }, ANDERE_COACH);
    expect([gezet.status, gezet.body.voorgenomenVervolg]).toEqual([200, 'havo']);
    const casus = await casusVan(leerling);
    const body = { casusIds: [casus.id], naar: [await idVan(ANDERE_COACH)], reden: 'Dit staat stil.' };
    const verdeeld = await v.keten.api.vraag<object>('POST', 'casussen/_verdeel', { als: ANDERE_COACH, body });
    expect(JSON.stringify(verdeeld.body)).toContain('toegewezen');
  });

  it('a teamleider who handed over within the team works on', async () => {
    await leidt(ANDERE_COACH);
    const { leerling } = await v.jongere();
    await v.sql(
      `insert into overname (regio_id, casus_id, aanleiding, van_id, naar_id, aangeboden_op, aangeboden_door, toestand, beslist_op, beslist_door, nalezen_tot, invoer, uitleg)
       select c.regio_id, c.id, 'handmatig', m.id, c.verantwoordelijke_id, now(), 'systeem', 'geaccepteerd', now(), c.verantwoordelijke_id, '2026-04-20', '{}', ''
         from casus c cross join medewerker m where c.leerling_id = $1 and m.email = $2`,
      [leerling, ANDERE_COACH],
    );
    const { id, versie } = await casusVan(leerling);
    const body = { versie, reden: 'Ik neem het terug', medewerker: await idVan(ANDERE_COACH) };
    const terug = await v.keten.api.vraag('POST', `casussen/${id}/toewijzing`, { als: ANDERE_COACH, body });
    expect(terug.status).toBe(200);
  });

  it('a regiocoördinator who was told, and a procesbewaker who has the casus, correct', async () => {
    const een = await v.jongere();
    await schaalOp(een.leerling, COORDINATOR, 'regiocoordinator');
    const body = { reden: 'geenKandidaat' };
    expect((await v.zet('correctie', een.id, { ...body, versie: een.versie }, COORDINATOR)).status).toBe(204);
    const twee = await v.jongere();
    await v.sql(`update casus set verantwoordelijke_id = $2 where leerling_id = $1`, [
      twee.leerling,
      await idVan(BEWAKER),
    ]);
    expect((await v.zet('correctie', twee.id, { ...body, versie: twee.versie }, BEWAKER)).status).toBe(204);
  });

  it('giving back twice under one key is answered twice, the second time without content', async () => {
    const { leerling } = await v.jongere();
    const { id, versie } = await casusVan(leerling);
    const verzoek = {
      als: COACH,
      body: { reden: 'Ik ken hem', versie },
      koppen: { 'idempotency-key': `terug-${id}` },
    };
    const doe = () =>
      v.keten.api.vraag<{ id: string; versie: number; afgeschermd?: string[] }>(
        'POST',
        `casussen/${id}/toewijzing`,
        verzoek,
      );
    const [een, twee] = [await doe(), await doe()];
    expect([een.status, twee.status]).toEqual([200, 200]);
    expect(twee.body).toMatchObject({ id, versie: een.body.versie, afgeschermd: ['T2', 'T3'] });
    expect(await v.sql(`select 1 from toewijzing where casus_id = $1 and aanleiding = 'teruggave'`, [id])).toHaveLength(
      1,
    );
  });
});
