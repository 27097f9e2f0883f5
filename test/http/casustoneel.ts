import { legJongeren } from '#toegang/test';
import { startApi, type Antwoord, type TestApi } from './api.js';

/** The coach who holds Anna's and Eva's casus, and is away. */
export const COACH = 'coach@regio.example';
/** Observes for the coach. */
export const WAARNEMER = 'coach-oss@regio.example';
export const TEAMLEIDER = 'teamleider@regio.example';

/** A casus, or the problem, as it comes over HTTP. */
export interface CasusBody {
  id: string;
  nummer: string;
  versie: number;
  fase: string;
  uitkomst?: string;
  code?: string;
  woordvoerder?: { id: string; naam: string };
  reden?: { code?: string; bijzonder: boolean };
  afgeschermd?: string[];
  huidig?: CasusBody;
  gelezenVersie?: number;
  opgeschort: boolean;
  casusverantwoordelijke?: { id: string; naam: string };
  volgendeTaak?: { id: string; soort: string; vervaltOp: string };
  taken: { id: string; soort: string; vervaltOp: string }[];
  wachtOp?: { soort: string; tot: string };
  opschorting?: { van: string; tot: string; reden?: string };
  wet?: Record<string, string>;
  voorstel?: Record<string, { soort: string; vervaltOp: string }>;
}

interface Vraagopties {
  als?: string;
  naam?: string;
  koppen?: Record<string, string>;
}

/** The people and youngsters of `legJongeren`, on 16 March 2026 (a Monday), over HTTP. */
export class Casustoneel {
  private constructor(
    readonly api: TestApi,
    /** Id of the casus by roepnaam. */
    readonly casussen: Readonly<Record<string, string>>,
    /** Id of the employee by address. */
    readonly mensen: Readonly<Record<string, string>>,
  ) {}

  static async maak(): Promise<Casustoneel> {
    const api = await startApi({ vandaag: '2026-03-16' });
    await legJongeren(api.db.bron);
    const lijst = async (sql: string) => {
      const rijen = await api.db.bron.query<{ naam: string; id: string }[]>(sql);
      return Object.fromEntries(rijen.map(({ naam, id }) => [naam, id]));
    };
    return new Casustoneel(
      api,
      await lijst(`select l.roepnaam as naam, c.id from casus c join leerling l on l.id = c.leerling_id`),
      await lijst(`select email as naam, id from medewerker`),
    );
  }

  /** The path of the casus of who is called so. */
  pad(naam = 'Anna', rest = ''): string {
    return `casussen/${this.casussen[naam]}${rest}`;
  }

  async lees(naam = 'Anna', als = COACH): Promise<CasusBody> {
    return (await this.api.vraag<CasusBody>('GET', this.pad(naam), { als })).body;
  }

  /** Asks a change of it on the versie that it has now, unless the body says another. */
  async doe(
    methode: string,
    rest: string,
    body: object,
    { als = COACH, naam = 'Anna', koppen = {} }: Vraagopties = {},
  ): Promise<Antwoord<CasusBody>> {
    const [{ versie }] = await this.vraag<{ versie: number }>(`select versie from casus where id = $1`, [
      this.casussen[naam],
    ]);
    return this.api.vraag<CasusBody>(methode, this.pad(naam, rest), { als, body: { versie, ...body }, koppen });
  }

  /** Rows, as the owner of the tables. */
  vraag<R>(sql: string, binds: unknown[] = []): Promise<[R, ...R[]]> {
    return this.api.db.bron.query<[R, ...R[]]>(sql, binds);
  }

  sluit(): Promise<void> {
    return this.api.sluit();
  }
}
