import { SaxesParser } from 'saxes';
import { Afkeuring } from '../lezer/kopregel.js';

/** Bytes without a single tag or text that ended: more is no file of a school. */
const LANGSTE_STUK = 4 * 1024 * 1024;
const DIEPSTE = 100;

/** What an XML file is made of, names without their prefix. */
export interface Xmlluisteraar {
  open(naam: string, kenmerken: Readonly<Record<string, string>>): void;
  sluit(naam: string): void;
  tekst(tekst: string): void;
}

/**
 * Reads XML in pieces. Well-formed or rejected; no document type, so no entities of its own and nothing that is fetched.
 * Holds no more than one tag or text.
 */
export class Xmllezer {
  private readonly lezer = new SaxesParser({ xmlns: false, position: true });
  private ontcijfer: InstanceType<typeof TextDecoder> | undefined;
  private sinds = 0;
  private diepte = 0;

  constructor(luisteraar: Xmlluisteraar) {
    const lezer = this.lezer;
    const kort = (naam: string): string => naam.slice(naam.indexOf(':') + 1);
    lezer.on('error', () => {
      throw new Afkeuring('xmlKapot');
    });
    lezer.on('doctype', () => {
      throw new Afkeuring('xmlKapot');
    });
    lezer.on('opentag', ({ name, attributes }) => {
      this.sinds = 0;
      this.diepte += 1;
      if (this.diepte > DIEPSTE) throw new Afkeuring('xmlKapot');
      luisteraar.open(kort(name), attributes);
    });
    lezer.on('closetag', ({ name }) => {
      this.sinds = 0;
      this.diepte -= 1;
      luisteraar.sluit(kort(name));
    });
    const tekst = (waarde: string): void => {
      this.sinds = 0;
      luisteraar.tekst(waarde);
    };
    lezer.on('text', tekst);
    lezer.on('cdata', tekst);
    lezer.on('comment', () => {
      this.sinds = 0;
    });
  }

  /** Line of the file that is being read, from 1. */
  get regel(): number {
    return this.lezer.line;
  }

  /** @throws Afkeuring xmlKapot · tekensetOnleesbaar */
  lees(stuk: Buffer): void {
    this.ontcijfer ??= kiesTekenset(stuk);
    for (let i = 0; i < stuk.length; i += 65_536) {
      const deel = stuk.subarray(i, i + 65_536);
      this.sinds += deel.length;
      if (this.sinds > LANGSTE_STUK) throw new Afkeuring('xmlKapot');
      this.lezer.write(this.leesTekst(deel));
    }
  }

  klaar(): void {
    const rest = this.leesTekst();
    if (rest !== '') this.lezer.write(rest);
    this.lezer.close();
  }

  private leesTekst(stuk?: Buffer): string {
    try {
      return this.ontcijfer?.decode(stuk, { stream: stuk !== undefined }) ?? '';
    } catch {
      throw new Afkeuring('tekensetOnleesbaar');
    }
  }
}

/** UTF-8, unless a byte order mark or the first line says otherwise. */
function kiesTekenset(begin: Buffer): InstanceType<typeof TextDecoder> {
  const bom = begin.toString('hex', 0, 2);
  const genoemd = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(begin.toString('latin1', 0, 200))?.[1];
  const naam = bom === 'fffe' ? 'utf-16le' : bom === 'feff' ? 'utf-16be' : (genoemd ?? 'utf-8');
  try {
    return new TextDecoder(naam, { fatal: true });
  } catch {
    throw new Afkeuring('tekensetOnleesbaar');
  }
}
