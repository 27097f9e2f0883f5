import { SIGNAALTEKST, type Signaalsoort } from '#signalen';
import { TAAKTEKST } from '#taken';
import type { Gebeurtenis, NieuweCasus, UitgewerkteCasus } from './casus.js';
import type { Herkomst, Keuze } from './routering/routering.js';

const SYSTEEM = 'systeem';

/** The first lines of a casus: why it is there, who has it and what comes first. */
export function regelsGeopend(casus: NieuweCasus, nummer: string, bron: string): Gebeurtenis[] {
  const { keuze, taak } = casus;
  const over = { leerlingId: keuze.invoer.leerlingId, casusId: casus.id, bron, door: SYSTEEM };
  return [
    {
      ...over,
      soort: 'casusGeopend',
      tekst: `Casus ${nummer} is geopend: ${signaalzin(keuze.invoer.signalen)}.`,
      gegevens: { nummer, signalen: keuze.invoer.signalen, doelgroep: keuze.invoer.doelgroep },
    },
    ...regelsToegewezen(keuze, casus.id, bron),
    {
      ...over,
      soort: 'taakGemaakt',
      tekst:
        taak.soort === 'decaanvraag'
          ? `De school is gevraagd hoe het staat; antwoord uiterlijk ${taak.vervaltOp}.`
          : `${TAAKTEKST[taak.soort]}, uiterlijk ${taak.vervaltOp}.`,
      gegevens: { taakId: taak.id, soort: taak.soort, vervaltOp: taak.vervaltOp },
    },
  ];
}

/**
 * Who got it, and where it comes from; when nobody of the team could, a line that the regiocoördinator looks for. Where the
 * youngster lives is in none of them.
 */
export function regelsToegewezen(
  keuze: Keuze,
  casusId: string,
  bron: string,
  herkomst: Herkomst = { aanleiding: 'opening' },
): Gebeurtenis[] {
  const { medewerker, team, terugval, invoer } = keuze;
  const door = herkomst.gever === undefined ? SYSTEEM : `medewerker:${herkomst.gever.id}`;
  const over = { leerlingId: invoer.leerlingId, casusId, bron, door };
  const via = terugval === null ? (team === null ? '' : ` (team ${team.naam})`) : ' (procesbewaker)';
  const toegewezen: Gebeurtenis = {
    ...over,
    soort: 'toegewezen',
    tekst: `${HERKOMST[herkomst.aanleiding]}De casus ligt bij ${medewerker.naam}${via}.`,
    gegevens: {
      medewerkerId: medewerker.id,
      team: team?.code ?? null,
      regelId: keuze.regel?.id ?? null,
      ...(herkomst.van === undefined ? {} : { aanleiding: herkomst.aanleiding, vanId: herkomst.van.id }),
    },
  };
  if (terugval === null) return [toegewezen];
  const waarom = {
    geenRegel: 'geen routeringsregel past',
    teamVol: `team ${team?.naam ?? ''} zit vol`,
    teamLeeg: `team ${team?.naam ?? ''} heeft niemand die de casus kan krijgen`,
    teruggegeven: 'de casus is teruggegeven',
  }[terugval];
  return [
    toegewezen,
    {
      ...over,
      soort: 'terugvalProcesbewaker',
      tekst: `Voor de regiocoördinator: ${waarom}. De procesbewaker heeft de casus.`,
      gegevens: { terugval, team: team?.code ?? null },
    },
  ];
}

const HERKOMST: Readonly<Record<Herkomst['aanleiding'], string>> = {
  opening: '',
  ruimte: 'Er is ruimte. ',
  afwezigheid: 'De vorige eigenaar is lang afwezig. ',
  vertrek: 'De vorige eigenaar heeft geen casussen meer. ',
  verhuizing: 'De leerling is verhuisd. ',
  doelgroep: 'De leerling kwam in een andere doelgroep. ',
  overname: 'De casus is overgenomen. ',
  handmatig: 'De casus is met de hand toegewezen. ',
  teruggave: 'De casus is teruggegeven. ',
  teruggedraaid: 'De verdeling is teruggedraaid. ',
};

/** A signaal joined a casus that was already running. */
export function regelSignaalErbij(
  erbij: { casusId: string; leerlingId: string; soorten: string[] },
  bron: string,
): Gebeurtenis {
  const { casusId, leerlingId, soorten } = erbij;
  const tekst = `Nieuw signaal: ${signaalzin(soorten)}.`;
  return { leerlingId, casusId, soort: 'signaalErbij', tekst, gegevens: { signalen: soorten }, bron, door: SYSTEEM };
}

/** The reason is gone: the casus closed by itself, or its owner is asked whether help is still needed. */
export function regelVanUitgewerkt(casus: UitgewerkteCasus, bron: string): Gebeurtenis {
  const over = { leerlingId: casus.leerlingId, casusId: casus.casusId, bron, door: SYSTEEM };
  const gegevens = { sluitreden: casus.sluitreden };
  return casus.fase === 'nagaan'
    ? {
        ...over,
        soort: 'casusGesloten',
        tekst: 'De casus is vanzelf gesloten: de leerling is alsnog op koers.',
        gegevens: { ...gegevens, uitkomst: 'alsnogOpKoers' },
      }
    : {
        ...over,
        soort: 'signaalWeg',
        tekst: 'Het signaal geldt niet meer. Kijk of begeleiding nog nodig is.',
        gegevens,
      };
}

function signaalzin(soorten: readonly string[]): string {
  return soorten.map((s) => SIGNAALTEKST[s as Signaalsoort] ?? s).join('; ');
}
