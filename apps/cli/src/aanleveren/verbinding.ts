import { request as http, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';
import { request as https } from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { Gestopt, Onbereikbaar } from './uitkomst.js';

/** Without a byte in either direction for this long, the other side is gone. */
const STILTE_MS = 120_000;
const GROOTSTE_ANTWOORD = 4 * 1024 * 1024;

export interface Vraag {
  url: URL;
  methode?: 'GET' | 'POST';
  koppen?: OutgoingHttpHeaders;
  /** A text, or a stream that is read once. */
  inhoud?: string | Readable;
}

export interface Antwoord {
  status: number;
  koppen: IncomingHttpHeaders;
  /** Parsed; undefined when it is no JSON. */
  json: unknown;
}

/**
 * One request. Follows no redirect: a token goes nowhere but where it was meant for. An answer that comes while the file is
 * still being sent counts as well.
 * @throws Onbereikbaar when no whole answer came, or one of 408, 429 or 5xx; what `inhoud` itself throws of ours.
 */
export async function vraag({ url, methode = 'GET', koppen = {}, inhoud }: Vraag): Promise<Antwoord> {
  const antwoord = await new Promise<Omit<Antwoord, 'json'> & { tekst: string }>((klaar, weiger) => {
    const mislukt = (fout: unknown): void =>
      weiger(isVanOns(fout) ? fout : new Onbereikbaar(`geen verbinding met ${url.host} (${reden(fout)})`));
    const verzoek = (url.protocol === 'https:' ? https : http)(url, { method: methode, headers: koppen }, (binnen) => {
      let tekst = '';
      binnen.setEncoding('utf8');
      binnen.on('data', (stuk: string) => {
        tekst += stuk;
        if (tekst.length > GROOTSTE_ANTWOORD) binnen.destroy(new Error('te groot'));
      });
      binnen.on('error', mislukt);
      binnen.on('end', () => {
        klaar({ status: binnen.statusCode ?? 0, koppen: binnen.headers, tekst });
        verzoek.destroy();
      });
    });
    verzoek.setTimeout(STILTE_MS, () => verzoek.destroy(new Error('stilte')));
    verzoek.on('error', mislukt);
    if (typeof inhoud === 'object') pipeline(inhoud, verzoek, (fout) => fout && mislukt(fout));
    else verzoek.end(inhoud);
  });
  const { status } = antwoord;
  if (status === 408 || status === 429 || status >= 500) throw onbereikbaar(url, antwoord);
  return { status, koppen: antwoord.koppen, json: ontleed(antwoord.tekst) };
}

function isVanOns(fout: unknown): fout is Gestopt | Onbereikbaar {
  return fout instanceof Gestopt || fout instanceof Onbereikbaar;
}

function onbereikbaar(url: URL, { status, koppen }: Pick<Antwoord, 'status' | 'koppen'>): Onbereikbaar {
  return new Onbereikbaar(`${url.host} gaf ${status}`, opnieuwNa(koppen['retry-after']));
}

/** Seconds, or a date (RFC 9110 section 10.2.3). */
export function opnieuwNa(kop: string | undefined, nuMs = Date.now()): number | undefined {
  if (kop === undefined) return undefined;
  if (/^\d{1,6}$/.test(kop.trim())) return Number(kop);
  const dan = Date.parse(kop);
  return Number.isNaN(dan) ? undefined : Math.max(0, (dan - nuMs) / 1000);
}

function ontleed(tekst: string): unknown {
  try {
    return JSON.parse(tekst);
  } catch {
    return undefined;
  }
}

function reden(fout: unknown): string {
  if (!(fout instanceof Error)) return 'onbekend';
  return 'code' in fout && typeof fout.code === 'string' ? fout.code : fout.message;
}
