import { schooljaarVan, alsDatum, leesSchooljaar, type Rol, type VeldFout } from '#kern';
import type { Inrichting } from '#organisaties';
import { veldFout } from './keuring.js';
import { keurProcesbewaker } from './procesbewaker.js';
import type { AfwezigDto, MedewerkerDto, RegiobestandDto, RolDto } from './regiobestand.dto.js';

/** Roles that may cover the whole region; the others need schools or gemeenten (inrichting.md). */
const REGIONAAL: readonly Rol[] = ['generalist', 'teamleider', 'regiocoordinator', 'beheerder', 'auditor'];
const BIJ_EEN_SCHOOL: readonly Rol[] = ['zorgcoordinator', 'decaan', 'mentor', 'aanleveraar'];

/** What may be referred to: from the file, or from what stands already for a part that the file leaves out. */
interface Bekend {
  gemeenten: Set<string>;
  scholen: Set<string>;
  emails: Set<string>;
  teams: Set<string>;
}

/** Everything in the file that contradicts itself or refers to what is not there, each with its JSON path. */
export function keurSamenhang(bestand: RegiobestandDto, huidig: Inrichting | null): VeldFout[] {
  const bekend = watBekendIs(bestand, huidig);
  return [
    ...keurProcesbewaker(bestand, huidig),
    ...dubbelingen(bestand),
    ...scholen(bestand),
    ...(bestand.medewerkers ?? []).flatMap((m, nr) => medewerker(m, `$.medewerkers[${nr}]`, bekend)),
    ...(bestand.teams ?? []).flatMap((t, nr) =>
      verwijst(`$.teams[${nr}].leden`, klein(t.leden), bekend.emails, 'medewerker'),
    ),
    ...regels(bestand, bekend),
    ...clients(bestand, bekend),
    ...kalender(bestand),
    ...verweesd(bestand, huidig, bekend),
  ];
}

function watBekendIs(bestand: RegiobestandDto, huidig: Inrichting | null): Bekend {
  return {
    gemeenten: new Set((bestand.gemeenten ?? huidig?.gemeenten ?? []).map((g) => g.code)),
    scholen: new Set((bestand.scholen ?? huidig?.scholen ?? []).map((s) => s.brin + s.vestigingsnummer)),
    emails: new Set(klein((bestand.medewerkers ?? huidig?.medewerkers ?? []).map((m) => m.email))),
    teams: new Set((bestand.teams ?? huidig?.teams ?? []).map((t) => t.code)),
  };
}

function dubbelingen({
  gemeenten,
  scholen: lijst,
  medewerkers,
  teams,
  clients: machines,
}: RegiobestandDto): VeldFout[] {
  return [
    ...dubbel(
      '$.gemeenten',
      (gemeenten ?? []).map((g) => g.code),
      'gemeente',
    ),
    ...dubbel(
      '$.scholen',
      (lijst ?? []).map((s) => s.brin + s.vestigingsnummer),
      'school',
    ),
    ...dubbel('$.medewerkers', klein((medewerkers ?? []).map((m) => m.email)), 'medewerker'),
    ...dubbel(
      '$.teams',
      (teams ?? []).map((t) => t.code),
      'team',
    ),
    ...dubbel(
      '$.clients',
      (machines ?? []).map((c) => c.id),
      'client',
    ),
  ];
}

function clients(bestand: RegiobestandDto, bekend: Bekend): VeldFout[] {
  return (bestand.clients ?? []).flatMap((c, nr) => [
    ...verwijst(`$.clients[${nr}].scholen`, c.scholen, bekend.scholen, 'school'),
    ...(c.scholen.length === 0 ? [veldFout(`$.clients[${nr}].scholen`, 'leeg', 'noemt geen school.')] : []),
  ]);
}

function scholen(bestand: RegiobestandDto): VeldFout[] {
  return (bestand.scholen ?? []).flatMap((s, nr) => {
    const pad = `$.scholen[${nr}]`;
    const vreemd = (s.gevolgd ?? []).filter((soort) => !s.onderwijssoorten.includes(soort));
    return [
      ...(s.onderwijssoorten.length === 0
        ? [veldFout(`${pad}.onderwijssoorten`, 'leeg', 'noemt geen onderwijssoort.')]
        : []),
      ...vreemd.map((soort) =>
        veldFout(`${pad}.gevolgd`, 'nietOpSchool', `noemt ${soort}, maar de school heeft die onderwijssoort niet.`),
      ),
      ...Object.entries(s.eersteLesdag ?? {})
        .filter(([jaar, dag]) => schooljaarVan(alsDatum(dag)) !== leesSchooljaar(jaar))
        .map(([jaar]) =>
          veldFout(`${pad}.eersteLesdag['${jaar}']`, 'buitenSchooljaar', 'ligt niet in dat schooljaar.'),
        ),
    ];
  });
}

function medewerker(m: MedewerkerDto, pad: string, bekend: Bekend): VeldFout[] {
  return [
    ...dubbel(
      `${pad}.rollen`,
      m.rollen.map((r) => r.rol),
      'rol',
    ),
    ...m.rollen.flatMap((r, nr) => rol(r, `${pad}.rollen[${nr}]`, bekend)),
    ...afwezigheid(m.afwezig ?? [], `${pad}.afwezig`, bekend),
  ];
}

function rol({ rol: naam, scholen: bij = [], gemeenten = [] }: RolDto, pad: string, bekend: Bekend): VeldFout[] {
  const zonderSchool = BIJ_EEN_SCHOOL.includes(naam) && bij.length === 0;
  const zonderBereik = !REGIONAAL.includes(naam) && bij.length === 0 && gemeenten.length === 0;
  return [
    ...verwijst(`${pad}.scholen`, bij, bekend.scholen, 'school'),
    ...verwijst(`${pad}.gemeenten`, gemeenten, bekend.gemeenten, 'gemeente'),
    ...(zonderSchool
      ? [veldFout(`${pad}.scholen`, 'bereikOntbreekt', `ontbreekt: de rol ${naam} hoort bij een school.`)]
      : []),
    ...(zonderBereik && !zonderSchool
      ? [
          veldFout(
            pad,
            'bereikOntbreekt',
            `heeft gemeenten of scholen nodig: de rol ${naam} geldt niet voor de hele regio.`,
          ),
        ]
      : []),
  ];
}

function afwezigheid(lijst: AfwezigDto[], pad: string, bekend: Bekend): VeldFout[] {
  const opVolgorde = lijst.toSorted((a, b) => a.van.localeCompare(b.van));
  return [
    ...lijst.flatMap((a, nr) => [
      ...(a.tot <= a.van
        ? [veldFout(`${pad}[${nr}].tot`, 'volgorde', 'moet na «van» liggen: het is de eerste dag weer aanwezig.')]
        : []),
      ...(a.vervanger === undefined
        ? []
        : verwijst(`${pad}[${nr}].vervanger`, klein([a.vervanger]), bekend.emails, 'medewerker')),
    ]),
    ...(opVolgorde.some((a, nr) => nr > 0 && a.van < (opVolgorde[nr - 1]?.tot ?? ''))
      ? [veldFout(pad, 'overlap', 'heeft perioden die elkaar overlappen.')]
      : []),
  ];
}

function regels(bestand: RegiobestandDto, bekend: Bekend): VeldFout[] {
  const lijst = bestand.routeringsregels ?? [];
  return [
    ...dubbel(
      '$.routeringsregels',
      lijst.map((r) => `${r.volgorde} van ${r.geldigVan ?? 'altijd'}`),
      'volgorde',
    ),
    ...lijst.flatMap((r, nr) => [
      ...verwijst(`$.routeringsregels[${nr}].team`, [r.team], bekend.teams, 'team'),
      ...verwijst(`$.routeringsregels[${nr}].als.school`, r.als.school ?? [], bekend.scholen, 'school'),
      ...(r.geldigTot !== undefined && r.geldigTot <= (r.geldigVan ?? '')
        ? [veldFout(`$.routeringsregels[${nr}].geldigTot`, 'volgorde', 'moet na «geldigVan» liggen.')]
        : []),
    ]),
  ];
}

/** Rules that stay as they are, but whose team this file ends. */
function verweesd(bestand: RegiobestandDto, huidig: Inrichting | null, bekend: Bekend): VeldFout[] {
  if (bestand.teams === undefined || bestand.routeringsregels !== undefined) return [];
  return (huidig?.regels ?? [])
    .filter((r) => !bekend.teams.has(r.team))
    .map((r) =>
      veldFout(
        '$.teams',
        'nogInGebruik',
        `mist team ${r.team}, maar routeringsregel ${r.volgorde} stuurt daar casussen heen.`,
      ),
    );
}

function kalender(bestand: RegiobestandDto): VeldFout[] {
  const lijst = bestand.signaleringskalender ?? [];
  return [
    ...dubbel(
      '$.signaleringskalender',
      lijst.map((m) => `${m.schooljaar} ${m.profiel} ${m.signaal}`),
      'moment',
    ),
    ...lijst
      .map((m, nr) => ({ nr, fout: (m.maandDag === undefined) === (m.naEersteLesdagWerkdagen === undefined) }))
      .filter(({ fout }) => fout)
      .map(({ nr }) =>
        veldFout(
          `$.signaleringskalender[${nr}]`,
          'momentOntbreekt',
          'geeft óf «maandDag» óf «naEersteLesdagWerkdagen».',
        ),
      ),
  ];
}

function verwijst(pad: string, namen: string[], bekend: Set<string>, wat: string): VeldFout[] {
  return namen
    .filter((naam) => !bekend.has(naam))
    .map((naam) => veldFout(pad, 'onbekend', `verwijst naar ${wat} ${naam}, maar die staat niet in het bestand.`));
}

function dubbel(pad: string, namen: string[], wat: string): VeldFout[] {
  return namen.flatMap((naam, nr) =>
    namen.indexOf(naam) < nr ? [veldFout(`${pad}[${nr}]`, 'dubbel', `is dubbel: ${wat} ${naam} staat er al.`)] : [],
  );
}

function klein(adressen: string[]): string[] {
  return adressen.map((adres) => adres.toLowerCase());
}
