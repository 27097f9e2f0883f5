import { readFileSync } from 'node:fs';
import nodePad, { type PlatformPath } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import type { Omgeving } from './omgeving.js';
import { Gestopt } from './uitkomst.js';

export const GEBRUIK = `sluitend aanleveren <bestand> --school 99AA00 [opties]    stuurt een export en wacht op de uitslag («-» leest van stdin)
  --peildatum jjjj-mm-dd   dag waarop het bestand is gemaakt (vandaag)
  --modus volledig|mutaties   (volledig)
  --herstel <nummer>       alleen de verbeterde regels van deze aanlevering; zonder --school, --peildatum en --modus
  --url https://…          adres van Sluitend (SLUITEND_URL)
  --instellingen <bestand> regels NAAM=waarde, voor wat anders in de omgeving staat
  --tekenset windows-1252  tekenset van het bestand, als het geen UTF-8 is
  --wachttijd <minuten>    zo lang wachten op de uitslag (60)
  --pogingen <aantal>      zo vaak proberen als de verbinding niet lukt (8), --pauze <seconden> voor de tweede poging (2)
  --json                   uitslag als JSON · --stil   geen verslag als alles goed ging
Aanmelden: SLUITEND_CLIENT met SLUITEND_SLEUTEL (bestand met de privésleutel, PEM of JWK) en SLUITEND_ISSUER of SLUITEND_TOKEN_URL;
in een proef SLUITEND_CLIENT met SLUITEND_GEHEIM_BESTAND of SLUITEND_GEHEIM, of een SLUITEND_TOKEN.
Exitcode: 0 verwerkt · 2 verwerkt met bevindingen · 3 wacht op bevestiging · 4 afgewezen · 5 niet aangeleverd`;

/** How one proves to be a client; what is not given is absent. */
export interface Aanmeldgegevens {
  token?: string;
  client?: string;
  sleutelPad?: string;
  sleutelId?: string;
  geheim?: string;
  issuer?: string;
  tokenUrl?: string;
}

export interface Opdracht {
  /** Absolute; null is stdin. */
  bestand: string | null;
  /** Of the API, without a slash at the end. */
  basis: string;
  /** Path below `basis` with its query. */
  pad: string;
  tekenset: string | undefined;
  wachttijdMs: number;
  pogingen: number;
  pauzeMs: number;
  json: boolean;
  stil: boolean;
  idempotentieSleutel: string | undefined;
  aanmelding: Aanmeldgegevens;
}

const OPTIES = {
  school: { type: 'string' },
  peildatum: { type: 'string' },
  modus: { type: 'string' },
  herstel: { type: 'string' },
  url: { type: 'string' },
  instellingen: { type: 'string' },
  tekenset: { type: 'string' },
  wachttijd: { type: 'string', default: '60' },
  pogingen: { type: 'string', default: '8' },
  pauze: { type: 'string', default: '2' },
  'idempotentie-sleutel': { type: 'string' },
  json: { type: 'boolean', default: false },
  stil: { type: 'boolean', default: false },
} as const;

/**
 * Reads the call. A secret never comes from an argument: every user of the machine could read it there.
 * @param pad how paths are written on this system.
 * @throws Gestopt with one sentence about what is wrong.
 */
export function leesOpdracht(argumenten: readonly string[], omgeving: Omgeving, pad: PlatformPath = nodePad): Opdracht {
  const { values, positionals } = ontleed(argumenten);
  const variabelen = { ...omgeving.variabelen, ...leesInstellingen(values.instellingen, omgeving.map, pad) };
  const waarde = (naam: string): string | undefined => variabelen[naam]?.trim() || undefined;
  const [bestand, teVeel] = positionals;
  if (bestand === undefined || teVeel !== undefined) throw new Gestopt('Geef één bestand, of - voor stdin.');
  return {
    bestand: bestand === '-' ? null : pad.resolve(omgeving.map, bestand),
    basis: leesAdres(values.url ?? waarde('SLUITEND_URL')),
    pad: leesPad(values),
    tekenset: values.tekenset,
    wachttijdMs: getal(values.wachttijd, '--wachttijd') * 60_000,
    pogingen: Math.max(1, getal(values.pogingen, '--pogingen')),
    pauzeMs: getal(values.pauze, '--pauze') * 1000,
    json: values.json,
    stil: values.stil,
    idempotentieSleutel: values['idempotentie-sleutel'],
    aanmelding: leesAanmelding(waarde, omgeving.map, pad),
  };
}

type Waarden = ReturnType<typeof ontleed>['values'];

function ontleed(argumenten: readonly string[]) {
  try {
    return parseArgs({ args: [...argumenten], options: OPTIES, allowPositionals: true });
  } catch {
    throw new Gestopt('Deze argumenten kent aanleveren niet.');
  }
}

function leesPad({ school, peildatum, modus: gevraagd, herstel }: Waarden): string {
  if (herstel !== undefined) {
    if (!/^[1-9]\d{0,17}$/.test(herstel)) throw new Gestopt('Geef bij --herstel het nummer van de aanlevering.');
    if ([school, peildatum, gevraagd].some((anders) => anders !== undefined))
      throw new Gestopt('Laat --school, --peildatum en --modus weg bij --herstel: die zijn van die aanlevering.');
    return `/aanleveringen/${herstel}/herstel`;
  }
  const modus = gevraagd ?? 'volledig';
  if (school === undefined || !/^\d{2}[A-Z]{2}\d{2}$/.test(school))
    throw new Gestopt('Geef --school als BRIN met vestigingsnummer, bijvoorbeeld --school 99AA00.');
  if (modus !== 'volledig' && modus !== 'mutaties') throw new Gestopt('--modus is volledig of mutaties.');
  const dag = peildatum ?? vandaagInNederland();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dag)) throw new Gestopt('Schrijf --peildatum als jjjj-mm-dd.');
  return `/aanleveringen?${new URLSearchParams({ school, peildatum: dag, modus }).toString()}`;
}

function vandaagInNederland(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(Date.now());
}

function leesAdres(tekst: string | undefined): string {
  if (tekst === undefined) throw new Gestopt('Geef het adres van Sluitend met --url of SLUITEND_URL.');
  const adres = URL.canParse(tekst) ? new URL(tekst) : undefined;
  if (adres === undefined || adres.username !== '' || adres.search !== '')
    throw new Gestopt('--url is geen adres zoals https://sluitend.example.nl.');
  if (!isVeilig(adres))
    throw new Gestopt('Gebruik een adres met https://; gewoon http kan alleen op deze computer zelf.');
  return `${adres.origin}${adres.pathname.replace(/\/(api\/v1\/?)?$/, '')}/api/v1`;
}

/** Whether what goes there cannot be read on the way. */
export function isVeilig(adres: URL): boolean {
  return adres.protocol === 'https:' || (adres.protocol === 'http:' && isDezeComputer(adres));
}

export function isDezeComputer({ hostname }: URL): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

function leesAanmelding(waarde: (naam: string) => string | undefined, map: string, pad: PlatformPath): Aanmeldgegevens {
  const bestand = (naam: string): string | undefined => {
    const tekst = waarde(naam);
    return tekst === undefined ? undefined : pad.resolve(map, tekst);
  };
  const geheimPad = bestand('SLUITEND_GEHEIM_BESTAND');
  const gegevens = {
    token: waarde('SLUITEND_TOKEN'),
    client: waarde('SLUITEND_CLIENT'),
    sleutelPad: bestand('SLUITEND_SLEUTEL'),
    sleutelId: waarde('SLUITEND_SLEUTEL_ID'),
    geheim:
      geheimPad === undefined ? waarde('SLUITEND_GEHEIM') : leesTekst(geheimPad, 'SLUITEND_GEHEIM_BESTAND').trim(),
    issuer: waarde('SLUITEND_ISSUER'),
    tokenUrl: waarde('SLUITEND_TOKEN_URL'),
  };
  return Object.fromEntries(Object.entries(gegevens).filter(([, inhoud]) => inhoud !== undefined));
}

function leesInstellingen(naam: string | undefined, map: string, pad: PlatformPath): NodeJS.Dict<string> {
  return naam === undefined ? {} : parseEnv(leesTekst(pad.resolve(map, naam), '--instellingen'));
}

/** @throws Gestopt naming where the path came from. */
export function leesTekst(pad: string, van: string): string {
  try {
    return readFileSync(pad, 'utf8').replace(/^\ufeff/, '');
  } catch {
    throw new Gestopt(`Het bestand ${pad} (${van}) is niet te lezen; controleer de naam en de rechten.`);
  }
}

function getal(tekst: string, naam: string): number {
  const gelezen = /^\d{1,5}(\.\d{1,3})?$/.test(tekst) ? Number(tekst) : Number.NaN;
  if (Number.isNaN(gelezen)) throw new Gestopt(`${naam} is geen getal.`);
  return gelezen;
}
