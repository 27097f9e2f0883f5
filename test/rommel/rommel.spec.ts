import { Inname } from '#aanlevering/test';
import { ROMMEL } from './soorten.js';
import { kolommenVan, maakRommel, VORMEN, type Rommelrij } from './vormen.js';
import { Zaad } from './zaad.js';

/** How the columns of an export are stored, as text. */
const OPGESLAGEN = {
  achternaam: 'l.achternaam',
  roepnaam: 'l.roepnaam',
  geboortedatum: 'l.geboortedatum::text',
  geslacht: 'l.geslacht',
  postcode: 'l.postcode',
  gemeentecode: `case when not l.woongemeente_afgeleid then l.woongemeente end`,
  onderwijssoort: 'i.onderwijssoort',
  groep: 'i.groep',
  begindatum: 'i.begindatum::text',
  examenkandidaat: `case when i.examenkandidaat then 'J' end`,
  telefoon: `c.telefoon`,
};

const SOM = ['nieuw', 'gewijzigd', 'ongewijzigd', 'buitenCohort', 'quarantaine'] as const;

describe('the mess of schools: every row of every file is accounted for', () => {
  let inname: Inname;
  beforeAll(async () => {
    inname = await Inname.start('2026-03-16');
  });
  afterAll(() => inname.sluit());
  beforeEach(() => inname.leeg());

  const stand = async (): Promise<Map<string, Record<string, string>>> => {
    const kolommen = Object.entries(OPGESLAGEN).map(([naam, sql]) => `coalesce(${sql}, '') as "${naam}"`);
    const rijen = await inname.db.bron.query<{ leerlingnummer: string }[]>(
      `select i.leerlingnummer, ${kolommen.join(', ')} from inschrijving i join leerling l on l.id = i.leerling_id
         left join contact c on c.leerling_id = l.id and c.soort = 'leerling'`,
    );
    return new Map(rijen.map(({ leerlingnummer, ...rest }) => [leerlingnummer, rest]));
  };
  const bedoeld = ({ waarheid: { opgeslagen } }: Rommelrij): [string, Record<string, string>][] =>
    opgeslagen === null
      ? []
      : [
          [
            opgeslagen['leerlingnummer'] ?? '',
            Object.fromEntries(Object.keys(OPGESLAGEN).map((kolom) => [kolom, opgeslagen[kolom] ?? ''])),
          ],
        ];

  it('knows at least twenty kinds', () => {
    expect(new Set(ROMMEL.map((soort) => soort.naam)).size).toBeGreaterThan(20);
  });

  it.each(VORMEN.map((vorm, i) => [vorm.naam, vorm, i] as const))('%s', async (_, vorm, i) => {
    const zaad = new Zaad(20_260_316 + i);
    const rijen = maakRommel(vorm, zaad);
    const { bytes, regels } = vorm.schrijf(rijen, kolommenVan(rijen, zaad), zaad);
    const { tekenset = 'open' } = vorm;
    const { gevonden, tellingen, ...verslag } = await inname.lever(bytes, { modus: 'mutaties', tekenset });
    const meldingen = rijen.flatMap(({ waarheid }, n) =>
      waarheid.melding === undefined ? [] : [[regels[n], ...waarheid.melding]],
    );
    expect(gevonden.map((b) => [b.regel, b.kolom, b.code])).toEqual([
      [null, expect.stringMatching(/^schoenmaat$/i), 'kolomOnbekend'],
      ...meldingen,
    ]);
    for (const { tekst, waarde } of gevonden) {
      expect(tekst).toMatch(/^[A-ZÉ][^]*\.$/);
      expect(waarde ?? '').not.toMatch(/\d{8}/);
    }
    const weg = rijen.filter(({ waarheid }) => waarheid.opgeslagen === null).length;
    expect({ ...verslag, ...tellingen }).toMatchObject({ status: 'verwerkt', regels: rijen.length, quarantaine: weg });
    expect(SOM.reduce((som, naam) => som + tellingen[naam], 0)).toBe(rijen.length);
    expect(await stand()).toEqual(new Map(rijen.flatMap(bedoeld)));
  });
});
