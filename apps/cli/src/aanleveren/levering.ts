import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { setTimeout as wacht } from 'node:timers/promises';
import type { Aanmelding } from './aanmelding.js';
import type { Opdracht } from './argumenten.js';
import type { Bestand } from './bestand.js';
import { CODE, exitcodeVan, Gestopt, Onbereikbaar, type Aanlevering, type Bevinding } from './uitkomst.js';
import { vraag, type Antwoord, type Vraag } from './verbinding.js';
import { houdVol } from './volhouden.js';
import type { Voortgang } from './voortgang.js';

const VERSLAGREGELS = 10;
const LANGSTE_TUSSENPOOS_MS = 10_000;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One delivery: sent, followed to its end, and its first findings. */
export class Levering {
  private readonly sleutel: string;

  constructor(
    private readonly opdracht: Opdracht,
    private readonly aanmelding: Aanmelding,
    private readonly voortgang: Voortgang,
    private readonly meld: (regel: string) => void,
  ) {
    // The same for every try: one whose answer was lost is not done twice.
    this.sleutel = opdracht.idempotentieSleutel ?? randomUUID();
  }

  /** @throws Onbereikbaar after the last try · Gestopt when it is refused. */
  stuur(bestand: Bestand): Promise<Aanlevering> {
    const { basis, pad, tekenset, pogingen, pauzeMs } = this.opdracht;
    const charset = tekenset === undefined ? '' : `; charset=${tekenset}`;
    return houdVol({ pogingen, pauzeMs, meld: this.meld }, async () => {
      const antwoord = await this.metToegang(async () => {
        const { bytes, stukken } = await bestand.lees();
        return {
          url: new URL(`${basis}${pad}`),
          methode: 'POST',
          koppen: {
            'content-type': bestand.soort === 'xlsx' ? XLSX : `text/csv${charset}`,
            'content-length': bytes,
            'idempotency-key': this.sleutel,
            ...(bestand.soort === 'gzip' && { 'content-encoding': 'gzip' }),
          },
          inhoud: Readable.from(this.voortgang.over(stukken, bytes), { objectMode: false }),
        };
      });
      this.voortgang.klaar();
      return inhoud<Aanlevering>(antwoord, [200, 202]);
    });
  }

  /** Until the work on it is done, however often the server is away meanwhile; undefined when that takes too long. */
  async volg(eerste: Aanlevering): Promise<Aanlevering | undefined> {
    const uiterlijk = performance.now() + this.opdracht.wachttijdMs;
    let aanlevering = eerste;
    for (
      let ms = this.opdracht.pauzeMs / 2;
      exitcodeVan(aanlevering) === undefined;
      ms = Math.min(ms * 1.5, LANGSTE_TUSSENPOOS_MS)
    ) {
      if (performance.now() + ms > uiterlijk) return undefined;
      this.voortgang.toon('Aangekomen; wacht op de uitslag …');
      await wacht(ms);
      try {
        aanlevering = await this.haal<Aanlevering>(`/aanleveringen/${eerste.id}`);
      } catch (fout) {
        if (!(fout instanceof Onbereikbaar)) throw fout;
        ms = Math.max(ms, Math.min((fout.opnieuwNaS ?? 0) * 1000, LANGSTE_TUSSENPOOS_MS));
      }
    }
    this.voortgang.klaar();
    return aanlevering;
  }

  /** The first findings, without the delivered values: what shows them ends in mail and logs. */
  async bevindingen({ id }: Aanlevering): Promise<Bevinding[]> {
    const { pogingen, pauzeMs } = this.opdracht;
    const pad = `/aanleveringen/${id}/bevindingen?aantal=${VERSLAGREGELS}`;
    const pagina = await houdVol({ pogingen, pauzeMs, meld: this.meld }, () =>
      this.haal<{ resultaten: Bevinding[] }>(pad),
    );
    return pagina.resultaten.map(({ regel, kolom, code, tekst, ernst }) => ({ regel, kolom, code, tekst, ernst }));
  }

  private async haal<T>(pad: string): Promise<T> {
    const antwoord = await this.metToegang(() => ({ url: new URL(`${this.opdracht.basis}${pad}`) }));
    return inhoud<T>(antwoord, [200]);
  }

  /** Asks with a token, and once more with a new one when it had ended. */
  private async metToegang(maak: () => Vraag | Promise<Vraag>): Promise<Antwoord> {
    for (let keer = 1; ; keer += 1) {
      const authorization = await this.aanmelding.kop();
      const verzoek = await maak();
      const antwoord = await vraag({ ...verzoek, koppen: { ...verzoek.koppen, authorization } });
      if (antwoord.status !== 401 || keer === 2 || !this.aanmelding.vergeet()) return antwoord;
    }
  }
}

function inhoud<T>({ status, json }: Antwoord, goed: readonly number[]): T {
  if (goed.includes(status) && typeof json === 'object' && json !== null) return json as T;
  if (status >= 300 && status < 400)
    throw new Gestopt('Het adres verwijst door; geef met --url het adres waar Sluitend zelf staat.');
  const probleem = probleemVan(json);
  if (status === 401)
    throw new Gestopt(
      `Sluitend kent deze aanmelding niet. ${probleem.detail}`.trim(),
      CODE.nietAangeleverd,
      probleem.code,
    );
  if (probleem.code === '')
    throw new Gestopt(`Op dit adres staat geen Sluitend (antwoord ${status}); controleer --url.`);
  throw new Gestopt(probleem.detail, CODE.afgewezen, probleem.code, probleem.regels);
}

/** RFC 9457 with our code. */
function probleemVan(json: unknown): { code: string; detail: string; regels: string[] } {
  const { code, detail, fouten }: Record<string, unknown> =
    typeof json === 'object' && json !== null ? { ...json } : {};
  const regels = (Array.isArray(fouten) ? (fouten as unknown[]) : []).flatMap((fout) =>
    typeof fout === 'object' && fout !== null && 'veld' in fout && 'tekst' in fout
      ? [`${String(fout.veld)}: ${String(fout.tekst)}`]
      : [],
  );
  return { code: typeof code === 'string' ? code : '', detail: typeof detail === 'string' ? detail : '', regels };
}
