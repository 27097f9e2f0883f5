import { maakLeerling } from '#casussen/test';
import type { Antwoord } from './api.js';
import { Keten } from '../scenario/keten.js';
import { SCENARIOREGIO } from '../scenario/regio.js';

export const COACH = 'coach-a@regio.example';
export const ANDERE_COACH = 'coach-b@regio.example';
export const LEERPLICHT = 'leerplicht@regio.example';
export const COORDINATOR = 'coordinator@regio.example';
export const DECAAN = 'decaan@regio.example';
export const BEWAKER = 'bewaker@regio.example';

export interface Item {
  id: string;
  leerling: { id: string };
  stand: string;
  signalen?: string[];
  versie: number;
  bestemming?: string;
  bestemmingTot?: string;
  voorgenomenVervolg?: string;
  aankomstBevestigdDatum?: string;
  casusId?: string;
}
export interface Probleem {
  code: string;
  huidig?: Item;
  gelezenVersie?: number;
  fouten?: { veld: string }[];
}

/** The scenario region on 2 April 2026, with a decaan, and what a spec does to trajecten over HTTP. */
export class Vaststelling {
  private constructor(readonly keten: Keten) {}

  static async start(): Promise<Vaststelling> {
    const decaan = { email: DECAAN, naam: 'Dea Decaan', rollen: [{ rol: 'decaan', scholen: ['99AA00'] }] };
    const medewerkers = [...(SCENARIOREGIO.medewerkers ?? []), decaan] as (typeof SCENARIOREGIO)['medewerkers'];
    return new Vaststelling(await Keten.start('2026-04-02', { ...SCENARIOREGIO, medewerkers }));
  }

  readonly sql = <R = unknown>(tekst: string, binds: unknown[] = []): Promise<R[]> =>
    this.keten.api.db.bron.query<R[]>(tekst, binds);

  readonly zet = (
    wat: string,
    id: string,
    body: object,
    als = COACH,
    koppen = {},
  ): Promise<Antwoord<Item & Probleem>> => {
    const pad = `doorstroom/2025-2026/trajecten/${id}/${wat}`;
    return this.keten.api.vraag<Item & Probleem>(wat === 'correctie' ? 'POST' : 'PUT', pad, { als, body, koppen });
  };

  readonly lijst = async (leerling: string, als = COORDINATOR): Promise<Item | undefined> =>
    (await this.keten.alles<Item>('doorstroom/2025-2026/trajecten', als)).find((t) => t.leerling.id === leerling);

  /** Every school delivered, and the whole check was done. */
  readonly nacht = async (op: string): Promise<void> => {
    this.keten.api.klok.zet(op);
    await this.sql(
      `insert into school_stand (regio_id, school, laatste_op, volledig_op) select regio_id, code, $1, $1 from school
       on conflict (regio_id, school) do update set laatste_op = excluded.laatste_op, volledig_op = excluded.volledig_op`,
      [op],
    );
    const body = { schooljaar: '2025-2026' };
    await this.keten.vraag('POST', 'doorstroomcontroles', COORDINATOR, { status: 202, body });
    await this.keten.werkAf();
  };

  /** A youngster with an open casus of coach A since 2 April. Born 1 March 2010 is kwalificatieplichtig; 2008 is 18. */
  readonly jongere = async (
    geboortedatum = '2010-03-01',
  ): Promise<{ leerling: string; id: string; versie: number }> => {
    const wie = { geboortedatum, school: '99AA00', woongemeente: '0796' };
    const leerling = await maakLeerling(this.keten.api.db.bron, wie);
    await this.nacht('2026-04-02');
    const traject = await this.lijst(leerling);
    expect(traject).toMatchObject({ stand: 'inBehandeling', signalen: ['geenAanmelding'] });
    return { leerling, id: traject?.id ?? '', versie: traject?.versie ?? 0 };
  };
}
