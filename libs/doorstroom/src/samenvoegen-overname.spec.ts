import { Doorstroomcontroles } from './controles.service.js';
import { Dubbel, GEWOON } from './test/dubbel.js';
import { REGIO } from './test/opstelling.js';

describe('merging while a casus is offered to a colleague', () => {
  let d: Dubbel;
  beforeAll(async () => {
    d = await Dubbel.maak('2026-07-10');
  }, 120_000);
  afterAll(() => d.o.sluit());

  it('ends the offer of the casus that is closed, with its task, and keeps the step of the other', async () => {
    const half = { ...GEWOON, aanmelding: 'aangemeld' };
    const [nieuw, oud] = [await d.helft(half), await d.helft(half)];
    await d.o.db.transactie.voerUit({ wie: d.o.wie }, (tx) =>
      d.o.app.get(Doorstroomcontroles, { strict: false }).nacht(tx, REGIO),
    );
    await d.werk();
    const [houd, sluit] = await d.vraag<{ id: string }>(
      `select id from casus where leerling_id = any ($1) and loopt order by geopend_op, id`,
      [[nieuw, oud]],
    );
    const [m] = await d.vraag<{ id: string }>(
      `insert into medewerker (regio_id, email, naam) values ($1, 'x@x.example', 'X') returning id`,
      [REGIO],
    );
    // due before anything that the other has
    const [taak] = await d.vraag<{ id: string }>(
      `insert into taak (regio_id, soort, casus_id, eigenaar_id, vervalt_op, gemaakt_op)
       values ($1, 'overname', $2, $3, '2026-07-10', now()) returning id`,
      [REGIO, sluit?.id, m?.id],
    );
    await d.vraag(
      `insert into overname (regio_id, casus_id, aanleiding, van_id, naar_id, aangeboden_op, aangeboden_door, taak_id, invoer, uitleg)
       select regio_id, id, 'handmatig', verantwoordelijke_id, $2, now(), 'systeem', $3, '{}', '' from casus where id = $1`,
      [sluit?.id, m?.id, taak?.id],
    );
    const voorstel = await d.voorstel(nieuw, oud);
    await d.beslis(voorstel, 'zelfde');
    await d.werk();
    const na = await d.vraag(
      `select o.toestand as aanbod, t.toestand as taak, c.volgende_taak_id = t.id as is_stap, s.toestand as stap
         from overname o join taak t on t.id = o.taak_id join casus c on c.id = $1 join taak s on s.id = c.volgende_taak_id`,
      [houd?.id],
    );
    expect(na).toEqual([{ aanbod: 'vervallen', taak: 'vervallen', is_stap: false, stap: 'open' }]);

    // Two after all: the casus is open again, but nobody is asked about an offer that ended.
    await d.maakOngedaan(voorstel);
    await d.werk();
    const apart = await d.vraag(
      `select c.loopt, o.toestand as aanbod, t.toestand as taak, c.volgende_taak_id = t.id as is_stap
         from overname o join taak t on t.id = o.taak_id join casus c on c.id = o.casus_id`,
    );
    expect(apart).toEqual([{ loopt: true, aanbod: 'vervallen', taak: 'vervallen', is_stap: false }]);
  });
});
