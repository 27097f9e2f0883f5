import {
  COACH,
  ANDERE_COACH,
  LEERPLICHT,
  COORDINATOR,
  DECAAN,
  BEWAKER,
  Vaststelling,
  type Item,
  type Probleem,
} from './vaststelling.js';

describe('what a school and a coordinator settle', () => {
  let v: Vaststelling;
  beforeAll(async () => {
    v = await Vaststelling.start();
  }, 60_000);
  afterAll(() => v.keten.sluit());

  it('lets the decaan note an intention of an own pupil, and nothing else; the school never sees what is not learning', async () => {
    const { leerling, id, versie } = await v.jongere('2008-03-01');
    const gezet = await v.zet('voorgenomen-vervolg', id, { vervolg: 'vavo', versie }, DECAAN);
    expect(gezet).toMatchObject({ status: 200, body: { voorgenomenVervolg: 'vavo' } });
    expect(gezet.body).not.toHaveProperty('signalen');
    expect((await v.zet('bestemming', id, { bestemming: null, versie: gezet.body.versie }, DECAAN)).status).toBe(403);
    await v.keten.werkAf();
    const nu = await v.lijst(leerling, DECAAN);
    const naar = { bewijs: 'verklaringInstelling', geldigTot: '2026-07-31', bestemming: 'zorgBehandeling' };
    expect((await v.zet('bestemming', id, { ...naar, versie: nu?.versie })).status).toBe(200);
    expect(await v.lijst(leerling, DECAAN)).toMatchObject({ stand: 'verklaard' });
    expect(await v.lijst(leerling, DECAAN)).not.toHaveProperty('bestemming');
  });

  it('knows nothing of a pupil of whom one has no casus', async () => {
    const { id, versie } = await v.jongere();
    for (const als of [ANDERE_COACH, LEERPLICHT]) {
      const { status, body } = await v.zet('bestemming', id, { bestemming: null, versie }, als);
      expect([als, status, body.code, body.huidig]).toEqual([als, 404, 'nietGevonden', undefined]);
    }
    expect((await v.zet('bestemming', '999999999', { bestemming: null, versie })).body.code).toBe('nietGevonden');
    expect(
      (
        await v.keten.api.vraag<Probleem>('PUT', `doorstroom/2024-2025/trajecten/${id}/bestemming`, {
          als: COACH,
          body: { bestemming: null, versie },
        })
      ).body.code,
    ).toBe('nietGevonden');
  });

  it('takes a traject out of the cohort with a reason, by the coordinator: signalen and casus close, the ledger leaves it out', async () => {
    const { leerling, id, versie } = await v.jongere();
    expect((await v.zet('correctie', id, { reden: 'geenKandidaat', versie })).status).toBe(403);
    expect((await v.zet('correctie', id, { reden: 'anders', versie }, COORDINATOR)).body.fouten?.[0]?.veld).toBe(
      'toelichting',
    );
    expect((await v.zet('correctie', id, { reden: 'dubbel', versie: versie + 7 }, COORDINATOR)).status).toBe(409);
    const uit = await v.zet('correctie', id, { reden: 'anders', toelichting: 'staat dubbel', versie }, COORDINATOR);
    expect(uit.status).toBe(204);
    await v.keten.werkAf();
    expect(await v.lijst(leerling)).toBeUndefined();
    expect(await v.sql('select sluitreden from signaal where leerling_id = $1', [leerling])).toEqual([
      { sluitreden: 'gecorrigeerd' },
    ]);
    expect(await v.sql('select fase from casus where leerling_id = $1', [leerling])).toEqual([{ fase: 'gesloten' }]);
    const [rij] = await v.sql<{ reden: string; tekst: Buffer }>(
      'select correctie_reden as reden, correctie_toelichting as tekst from traject where id = $1',
      [id],
    );
    expect([rij?.reden, rij?.tekst.includes('dubbel')]).toEqual(['anders', false]);
    // the next delivery does not bring it back
    await v.nacht('2026-04-03');
    expect(await v.lijst(leerling)).toBeUndefined();
    expect((await v.zet('correctie', id, { reden: 'dubbel', versie }, COORDINATOR)).status).toBe(404);
  });

  it('confirms an arrival elsewhere, asks it again on 1 October by a task, and lets it lapse', async () => {
    const { leerling, id, versie } = await v.jongere();
    const body = { brin: '25XX', aankomstDatum: '2026-04-01', bewijs: 'verklaringSchool', versie };
    expect((await v.zet('aankomstbevestiging', id, { ...body, brin: '99ZZ' }, DECAAN)).body.code).toBe(
      'schoolLevertZelf',
    );
    expect(
      (await v.zet('aankomstbevestiging', id, { ...body, aankomstDatum: '2026-04-03' })).body.fouten?.[0]?.veld,
    ).toBe('aankomstDatum');
    expect((await v.zet('aankomstbevestiging', id, { ...body, bewijs: 'brief' })).status).toBe(400);
    expect((await v.zet('aankomstbevestiging', id, body)).status).toBe(200);
    await v.keten.werkAf();
    expect(await v.lijst(leerling)).toMatchObject({ stand: 'aangekomen', signalen: [] });
    const taken = () =>
      v.sql('select toestand, resultaat, vervalt_op, soort from taak where traject_id = $1 order by id', [id]);
    await v.nacht('2026-09-30');
    expect(await taken()).toEqual([]);
    await v.nacht('2026-10-01');
    await v.nacht('2026-10-02');
    expect(await taken()).toEqual([
      { toestand: 'open', resultaat: null, vervalt_op: '2026-10-15', soort: 'bevestigAankomst' },
    ]);
    // whoever is asked sees whom it is about, and may answer, also without a casus
    const eigen = await v.keten.alles<{ trajectId?: string; leerling?: Item['leerling'] }>(
      'taken?soort=bevestigAankomst',
      COACH,
    );
    expect(eigen).toMatchObject([{ trajectId: id, leerling: { id: leerling } }]);
    const nu = (await v.lijst(leerling))?.versie ?? 0;
    const weer = await v.zet('aankomstbevestiging', id, { ...body, aankomstDatum: '2026-10-01', versie: nu });
    expect([weer.status, weer.body.aankomstBevestigdDatum]).toEqual([200, '2026-10-02']);
    expect(await taken()).toMatchObject([{ toestand: 'afgerond', resultaat: 'bevestigd' }]);
    await v.nacht('2026-10-16');
    expect(await v.lijst(leerling)).toMatchObject({ stand: 'aangekomen' });
    // taken back: it asks again
    const terug = await v.zet(
      'aankomstbevestiging',
      id,
      { brin: null, versie: (await v.lijst(leerling))?.versie },
      DECAAN,
    );
    expect(terug.status).toBe(200);
    await v.keten.werkAf();
    expect(await v.lijst(leerling)).toMatchObject({ stand: 'inBehandeling' });
    expect((await v.zet('bestemming', id, { bestemming: null, versie: 1 }, BEWAKER)).status).toBe(404);
  });
});
