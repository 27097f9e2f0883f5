import { bestandenVan } from './bestanden.js';
import { Keten } from './keten.js';
import { LEERLINGEN, MOMENTEN } from './leerlingen.js';
import { SCENARIOREGIO } from './regio.js';

const COORDINATOR = 'coordinator@regio.example';
const LETTERS: Readonly<Record<string, string>> = {
  'coach-a@regio.example': 'A',
  'coach-b@regio.example': 'B',
  'leerplicht@regio.example': 'L',
  'rmc@regio.example': 'R',
  'bewaker@regio.example': 'P',
};

interface Traject {
  leerlingnummer: string;
  stand: string;
  casusId?: string;
}

interface Item {
  casusId: string;
  casusverantwoordelijke: { id: string };
}

describe('a school year with five schools and twenty pupils', () => {
  let keten: Keten;
  const letterVan = new Map<string, string>();

  beforeAll(async () => {
    keten = await Keten.start(MOMENTEN[0], SCENARIOREGIO);
    const mensen = await keten.api.db.bron.query<{ id: string; email: string }[]>('select id, email from medewerker');
    for (const { id, email } of mensen) letterVan.set(id, LETTERS[email] ?? '?');
  });
  afterAll(() => keten.sluit());

  /** One letter per pupil: the ledger column, or the owner of the casus. */
  async function standen(): Promise<Record<string, string>> {
    const eigenaren = new Map(
      (await keten.alles<Item>('werkvoorraad?van=iedereen&aantal=7', COORDINATOR)).map((i) => [
        i.casusId,
        letterVan.get(i.casusverantwoordelijke.id) ?? '?',
      ]),
    );
    const trajecten = await keten.alles<Traject>('doorstroom/2025-2026/trajecten?aantal=7', COORDINATOR);
    return Object.fromEntries(
      trajecten.map(({ leerlingnummer, stand, casusId }) => [
        leerlingnummer,
        stand === 'inBehandeling'
          ? (eigenaren.get(casusId ?? '') ?? '?')
          : stand === 'onverklaard'
            ? '!'
            : stand.slice(0, 1),
      ]),
    );
  }

  it.each(MOMENTEN.map((moment, nr) => ({ moment, nr })))(
    '$moment: everybody stands where domain.md says',
    async ({ moment, nr }) => {
      keten.api.klok.zet(moment);
      for (const { school, client, peildatum, csv } of bestandenVan(moment)) {
        const { id } = await keten.vraag<{ id: string }>(
          'POST',
          `aanleveringen?school=${school}&peildatum=${peildatum}`,
          client,
          {
            status: 202,
            body: csv,
            koppen: { 'content-type': 'text/csv; charset=utf-8' },
          },
        );
        await keten.werkAf();
        expect(await keten.vraag('GET', `aanleveringen/${id}`, client)).toMatchObject({
          status: 'verwerkt',
          tellingen: { quarantaine: 0 },
        });
      }
      const { id } = await keten.vraag<{ id: string }>('POST', 'doorstroomcontroles', COORDINATOR, {
        status: 202,
        body: { schooljaar: '2025-2026' },
      });
      await keten.werkAf();
      expect(await keten.vraag('GET', `doorstroomcontroles/${id}`, COORDINATOR)).toMatchObject({
        status: 'klaar',
        kandidaten: 20,
      });

      const verwacht = Object.fromEntries(LEERLINGEN.map((l) => [l.nr, l.verwacht.split(' ')[nr]]));
      expect(await standen()).toEqual(verwacht);

      const telling = (letters: string) => Object.values(verwacht).filter((v) => letters.includes(v ?? '?')).length;
      expect(await keten.vraag('GET', 'doorstroom/2025-2026/grootboek', COORDINATOR)).toMatchObject({
        kandidaten: 20,
        aangekomen: telling('a'),
        verklaard: 0,
        onderweg: telling('o'),
        inBehandeling: telling('ABLRP'),
        onverklaard: 0,
      });
    },
  );
});
