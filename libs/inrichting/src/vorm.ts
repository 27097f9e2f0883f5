import { alsDatum, leesSchooljaar, schooljaarTekst, type Datum, type Schooljaar } from '#kern';
import type {
  Inrichting,
  MedewerkerInrichting,
  MomentInrichting,
  RegelInrichting,
  SchoolInrichting,
} from '#organisaties';
import type { MedewerkerDto, MomentDto, RegelDto, RegiobestandDto, SchoolDto } from './regiobestand.dto.js';

/** What is followed when a school doesn't say: everything that ends in an exam or a leaving year, but not mbo. */
const STANDAARD_GEVOLGD = ['vmbo', 'pro', 'vso', 'vavo', 'isk'];
const ALTIJD = alsDatum('1900-01-01');

/** The set-up that a checked file describes, with its defaults filled in. */
export function alsInrichting(bestand: RegiobestandDto): Inrichting {
  return {
    regio: { ...bestand.regio, procesbewaker: klein(bestand.regio.procesbewaker) },
    ...(bestand.gemeenten && { gemeenten: bestand.gemeenten.map((g) => ({ ...g })) }),
    ...(bestand.scholen && { scholen: bestand.scholen.map(school) }),
    ...(bestand.medewerkers && { medewerkers: bestand.medewerkers.map(medewerker) }),
    ...(bestand.teams && {
      teams: bestand.teams.map((t) => ({
        code: t.code,
        naam: t.naam,
        casussenPerFte: t.casussenPerFte ?? 80,
        leden: t.leden.map(klein),
      })),
    }),
    ...(bestand.routeringsregels && { regels: bestand.routeringsregels.map(regel) }),
    ...(bestand.clients && { clients: bestand.clients.map((c) => ({ ...c })) }),
    ...(bestand.signaleringskalender && { momenten: bestand.signaleringskalender.map(moment) }),
    ...(bestand.uitslagGrens && { uitslaggrenzen: perSchooljaar(bestand.uitslagGrens) }),
  };
}

/** The file that describes this set-up: `inrichten --toon`. Reading it back gives the same set-up. */
export function alsRegiobestand(inrichting: Required<Inrichting>): RegiobestandDto {
  const { regio, gemeenten, scholen, medewerkers, teams, regels, clients, momenten, uitslaggrenzen } = inrichting;
  return {
    regio,
    gemeenten,
    scholen: scholen.map((s) => ({ ...s, eersteLesdag: alsObject(s.eersteLesdag) })),
    medewerkers: medewerkers.map(({ uitvoeringsorganisatie, ...m }) => ({
      ...m,
      ...(uitvoeringsorganisatie !== null && { uitvoeringsorganisatie }),
      rollen: m.rollen.map(({ rol, scholen: bij, gemeenten: in_ }) => ({
        rol,
        ...(bij.length > 0 && { scholen: bij }),
        ...(in_.length > 0 && { gemeenten: in_ }),
      })),
      afwezig: m.afwezig.map(({ van, tot, vervanger }) => ({ van, tot, ...(vervanger !== null && { vervanger }) })),
    })),
    teams,
    routeringsregels: regels.map(({ geldigTot, ...r }) => ({
      ...r,
      als: { ...r.als } as RegelDto['als'],
      ...(geldigTot !== null && { geldigTot }),
    })),
    clients,
    signaleringskalender: momenten.map(({ schooljaar, maandDag, naEersteLesdagWerkdagen, ...m }) => ({
      ...m,
      schooljaar: schooljaarTekst(schooljaar),
      ...(maandDag !== null && { maandDag }),
      ...(naEersteLesdagWerkdagen !== null && { naEersteLesdagWerkdagen }),
    })),
    uitslagGrens: alsObject(uitslaggrenzen),
  };
}

function school({ gevolgd, levert, eersteLesdag, ...s }: SchoolDto): SchoolInrichting {
  return {
    ...s,
    gevolgd: gevolgd ?? s.onderwijssoorten.filter((soort) => STANDAARD_GEVOLGD.includes(soort)),
    levert: levert ?? true,
    eersteLesdag: perSchooljaar(eersteLesdag ?? {}),
  };
}

function medewerker(m: MedewerkerDto): MedewerkerInrichting {
  return {
    email: klein(m.email),
    naam: m.naam,
    fte: m.fte ?? 1,
    uitvoeringsorganisatie: m.uitvoeringsorganisatie ?? null,
    rollen: m.rollen.map((r) => ({ rol: r.rol, scholen: r.scholen ?? [], gemeenten: r.gemeenten ?? [] })),
    afwezig: (m.afwezig ?? []).map((a) => ({
      van: alsDatum(a.van),
      tot: alsDatum(a.tot),
      vervanger: a.vervanger === undefined ? null : klein(a.vervanger),
    })),
  };
}

function regel(r: RegelDto): RegelInrichting {
  return {
    volgorde: r.volgorde,
    omschrijving: r.omschrijving ?? `Regel ${r.volgorde}: naar team ${r.team}`,
    als: { ...r.als },
    team: r.team,
    geldigVan: r.geldigVan === undefined ? ALTIJD : alsDatum(r.geldigVan),
    geldigTot: r.geldigTot === undefined ? null : alsDatum(r.geldigTot),
  };
}

function moment(m: MomentDto): MomentInrichting {
  return {
    schooljaar: leesSchooljaar(m.schooljaar) ?? 0,
    profiel: m.profiel,
    signaal: m.signaal,
    maandDag: m.maandDag ?? null,
    naEersteLesdagWerkdagen: m.naEersteLesdagWerkdagen ?? null,
    minimaal: m.minimaal,
  };
}

function perSchooljaar(datums: Record<string, string>): { schooljaar: Schooljaar; datum: Datum }[] {
  return Object.entries(datums).map(([jaar, datum]) => ({
    schooljaar: leesSchooljaar(jaar) ?? 0,
    datum: alsDatum(datum),
  }));
}

function alsObject(datums: { schooljaar: Schooljaar; datum: Datum }[]): Record<string, string> {
  return Object.fromEntries(datums.map(({ schooljaar, datum }) => [schooljaarTekst(schooljaar), datum]));
}

function klein(email: string): string {
  return email.toLowerCase();
}
