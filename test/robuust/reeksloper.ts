import { BijVerwerkt } from '#aanlevering';
import { alsDatum, plusDagen } from '#kern';
import { PgnSleutels } from '#leerlingen';
import type { Keten } from '../scenario/keten.js';
import { maakLeeg } from './eindstand.js';
import { stuur, type Aanlevering } from './leveren.js';
import { csvVan, type Reeksbestand, type Reeksschool } from './reeksen.js';
import { COORDINATOR } from './regio.js';

const BEWAKER = 'bewaker@regio.example';
const EERSTE = alsDatum('2026-03-01');
type Voorstel = { id: string; versie: number; status: string };

/** What happens beside a file that is delivered. */
export interface Ruis {
  /** The worker comes only later. */
  laat: boolean;
  /** The same bytes again. */
  weer: boolean;
  /** Processing is broken off at its very end. */
  afgebroken: boolean;
  /** All cohorts are checked. */
  controle: boolean;
  /** Another file of that school after it, undone at once. */
  vergissing: Reeksbestand | null;
  /** A question is answered with «the same», and that is taken back: before or after the mistake is undone. */
  samengevoegd: 'eerstTerug' | 'laatstTerug' | null;
}

/** Plays sequences of deliveries over HTTP on one region that is emptied in between. */
export class Reeksloper {
  private dagen = new Map<Reeksschool, number>();
  /** Merges so far. */
  samenvoegingen = 0;
  private samengevoegd: string | null = null;

  constructor(private readonly keten: Keten) {}

  async leeg(): Promise<void> {
    this.dagen = new Map();
    this.samengevoegd = null;
    await maakLeeg(this.keten.api.db);
  }

  /** One file as it should be: its school's next odd day. */
  async lever(bestand: Reeksbestand, ruis: Partial<Ruis> = {}): Promise<void> {
    const { school } = bestand;
    const dag = (this.dagen.get(school) ?? -1) + 2;
    this.dagen.set(school, dag);
    await this.stuur(bestand, dag);
    if (ruis.afgebroken === true) await this.breekAf();
    if (ruis.laat !== true) await this.keten.werkAf();
    if (ruis.weer === true) await this.stuur(bestand, dag);
    const fout = ruis.vergissing ? await this.stuur({ ...ruis.vergissing, school }, dag + 1) : null;
    if (fout !== null) await this.keten.werkAf();
    if (ruis.samengevoegd) await this.voegSamen();
    if (ruis.controle === true) await this.controleer();
    if (ruis.samengevoegd === 'eerstTerug') await this.scheid();
    if (fout !== null) await this.neemTerug(school, fout);
    await this.scheid();
  }

  /** All work, and a check of everybody. */
  async rondAf(): Promise<void> {
    await this.controleer();
  }

  /** Each number opens for the leerling that it is of, or this throws. */
  async leesNummers(): Promise<void> {
    const sleutels = this.keten.bij(PgnSleutels);
    const nummers = await this.keten.api.db.bron.query<{ leerling: string; waarde: Buffer }[]>(
      'select leerling_id as leerling, waarde from leerling_pgn where regio_id = 36',
    );
    for (const { leerling, waarde } of nummers) sleutels.ontsleutel(waarde, leerling, 36);
  }

  async controleer(): Promise<void> {
    await this.keten.werkAf();
    const opties = { status: 202, body: { schooljaar: '2025-2026' } };
    await this.keten.vraag('POST', 'doorstroomcontroles', COORDINATOR, opties);
    await this.keten.werkAf();
  }

  private async stuur(bestand: Reeksbestand, dag: number): Promise<string> {
    const { school, modus } = bestand;
    const peildatum = plusDagen(EERSTE, dag);
    const { status, body } = await stuur<Aanlevering>(this.keten, csvVan(bestand), { school, modus, peildatum });
    if (status !== 202 && status !== 200) throw new Error(`${school} ${peildatum}: ${status} ${JSON.stringify(body)}`);
    return body.id;
  }

  private async neemTerug(school: Reeksschool, id: string): Promise<void> {
    const als = `zorg-${school.toLowerCase()}@school.example`;
    const { versie } = await this.keten.vraag<{ versie: number }>('GET', `aanleveringen/${id}`, als);
    const body = { reden: 'Verkeerd bestand.', versie };
    await this.keten.vraag('POST', `aanleveringen/${id}/ongedaanmaking`, als, { body });
    await this.keten.werkAf();
  }

  /** The first open question, when it may be answered so. */
  private async voegSamen(): Promise<void> {
    const alle = await this.keten.alles<Voorstel>('koppelvoorstellen', BEWAKER);
    const open = alle.find((v) => v.status === 'open');
    if (open === undefined) return;
    const { status } = await this.beslis(open, 'beslissing', { besluit: 'zelfde' });
    if (status === 200) {
      this.samengevoegd = open.id;
      this.samenvoegingen += 1;
    } else if (status !== 409) throw new Error(`beslissing: ${status}`);
  }

  private async scheid(): Promise<void> {
    if (this.samengevoegd === null) return;
    const id = this.samengevoegd;
    this.samengevoegd = null;
    const voorstel = (await this.keten.alles<Voorstel>('koppelvoorstellen', BEWAKER)).find((v) => v.id === id);
    if (voorstel === undefined) throw new Error('What was merged is no proposal any more.');
    const { status, body } = await this.beslis(voorstel, 'ongedaanmaking', {});
    if (status !== 200) throw new Error(`ongedaanmaking: ${status} ${JSON.stringify(body)}`);
    await this.keten.werkAf();
  }

  private beslis({ id, versie }: Voorstel, wat: 'beslissing' | 'ongedaanmaking', meer: object) {
    return this.keten.api.vraag<object>('POST', `koppelvoorstellen/${id}/${wat}`, {
      als: BEWAKER,
      body: { versie, ...meer },
    });
  }

  /** Everything that is due is done, and undone by what fails at the very end; then it is due again. */
  private async breekAf(): Promise<void> {
    const haak = this.keten.bij(BijVerwerkt).inhoud;
    const eigen = Object.getOwnPropertyDescriptor(haak, 'verwerkt');
    haak.verwerkt = () => Promise.reject(new Error('Broken off.'));
    try {
      await this.keten.werkAf({ laatMislukken: true });
    } finally {
      if (eigen === undefined) Reflect.deleteProperty(haak, 'verwerkt');
      else Object.defineProperty(haak, 'verwerkt', eigen);
    }
    await this.keten.api.db.bron.query('update opdracht set vanaf = now(), dood_op = null where klaar_op is null');
  }
}
