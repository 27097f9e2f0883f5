import { Keten } from './keten.js';
import { kandidaten, VRAAGREGIO } from './vraagregio.js';

export interface Rij {
  trajectId: string;
  leerling: { naam: string; roepnaam: string; groep?: string };
  status: string;
  casusId?: string;
  antwoord?: string;
  toelichting?: string;
  vanzelf: boolean;
  tekst: string;
}

export interface Vraag {
  id: string;
  school: string;
  status: string;
  vervaltOp: string;
  herinnerdOp?: string;
  leerlingen: number;
  beantwoord: number;
  vanzelf: number;
  rijen?: Rij[];
}

export interface Uitkomst {
  resultaten: { trajectId: string; uitkomst: string; code?: string; tekst: string }[];
  decaanvraag: Vraag;
  code?: string;
  huidig?: Vraag;
}

export const DECAAN = 'decaan-1@school.example';

/** Twelve candidates of one school whose decanen are asked, on the test clock. */
export class Vraagproef {
  readonly bekend = Array.from({ length: 12 }, (_, n) => `d${String(n + 1).padStart(2, '0')}`);
  private readonly trajecten = new Map<string, string>();
  private bestanden = 0;

  private constructor(readonly keten: Keten) {}

  /** Delivered on 16 March 2026, before anything is asked. */
  static async start(): Promise<Vraagproef> {
    const proef = new Vraagproef(await Keten.start('2026-03-16', VRAAGREGIO, { verbindingen: 12 }));
    await proef.lever('99AA00', '2026-03-16', kandidaten(proef.bekend));
    return proef;
  }

  sql<T>(tekst: string, waarden: unknown[] = []): Promise<T[]> {
    return this.keten.api.db.bron.query<T[]>(tekst, waarden);
  }

  async lever(school: string, peildatum: string, csv: string): Promise<void> {
    this.keten.api.klok.zet(peildatum);
    await this.keten.vraag(
      ...(['POST', `aanleveringen?school=${school}&peildatum=${peildatum}`, `school-${school.slice(0, 4)}`] as const),
      { status: 202, body: csv, koppen: { 'content-type': 'text/csv; charset=utf-8' } },
    );
    await this.keten.werkAf();
    const rijen = await this.sql<{ nr: string; id: string }>(
      `select leerlingnummer as nr, id::text as id from traject where schooljaar = 2025`,
    );
    for (const { nr, id } of rijen) this.trajecten.set(nr, id);
  }

  /** The school delivers every night (one that is silent is not asked for), then the night's check. */
  async nacht(op: string): Promise<void> {
    this.bestanden += 1;
    await this.lever('99AA00', op, kandidaten(this.bekend, { d12: { groep: `4t${this.bestanden}` } }));
    await this.keten.nacht();
  }

  trajectVan(nr: string): string {
    return this.trajecten.get(nr) ?? '';
  }

  async lijst(als: string = DECAAN, zoek = ''): Promise<Vraag[]> {
    return (await this.keten.vraag<{ resultaten: Vraag[] }>('GET', `decaanvragen${zoek}`, als)).resultaten;
  }

  lees(id: string, als: string = DECAAN): Promise<Vraag> {
    return this.keten.vraag('GET', `decaanvragen/${id}`, als);
  }

  rijVan(vraag: Vraag, nr: string): Rij | undefined {
    return vraag.rijen?.find((r) => r.trajectId === this.trajectVan(nr));
  }

  over(nr: string, antwoord: string, extra: object = {}): object {
    return { trajectId: this.trajectVan(nr), antwoord, ...extra };
  }

  antwoord(id: string, rijen: unknown, als: string = DECAAN) {
    return this.keten.api.vraag<Uitkomst>('POST', `decaanvragen/${id}/antwoorden`, { als, body: rijen });
  }

  /** Fase of the newest casus of a pupil, what it waits for, and its open tasks. */
  async stand(nr: string): Promise<string> {
    const [rij] = await this.sql<{ wat: string }>(
      `select concat_ws(' ', c.fase, c.wacht_op, string_agg(t.soort || ' ' || t.vervalt_op, ', ' order by t.vervalt_op, t.soort)) as wat
         from traject j join casus c on c.leerling_id = j.leerling_id
         left join taak t on t.casus_id = c.id and t.toestand = 'open'
        where j.leerlingnummer = $1 group by c.regio_id, c.id order by c.id desc limit 1`,
      [nr],
    );
    return rij?.wat ?? '-';
  }

  schooltaken(): Promise<{ soort: string; toestand: string; vervalt: string }[]> {
    return this.sql(
      `select soort, toestand, vervalt_op::text as vervalt from taak where casus_id is null and decaanvraag_id is not null order by id`,
    );
  }
}
