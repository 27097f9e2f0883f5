import type { Aanlevering, Bevinding } from './uitkomst.js';

const STAND: Readonly<Record<string, string>> = {
  ontvangen: 'is aangekomen en nog niet verwerkt',
  gecontroleerd: 'is aangekomen en nog niet verwerkt',
  verwerkt: 'is verwerkt',
  wachtOpBevestiging: 'wacht op een besluit; er is nog niets veranderd',
  afgekeurd: 'is afgekeurd; er is niets veranderd',
  verworpen: 'is verworpen; er is niets veranderd',
  vervallen: 'is vervallen: er is een nieuwer bestand',
};

const TELLING: Readonly<Record<string, string>> = {
  nieuw: 'nieuw',
  gewijzigd: 'gewijzigd',
  ongewijzigd: 'ongewijzigd',
  verdwenen: 'verdwenen',
  buitenCohort: 'niet gevolgd',
  quarantaine: 'niet verwerkt door een fout',
  koppelvoorstellen: 'koppelvoorstellen',
};

/** The report for a person. Without the delivered values: it ends in mail and logs of a scheduler. */
export function verslag(aanlevering: Aanlevering, bevindingen: readonly Bevinding[], basis: string): string {
  const { id, school, peildatum, status, regels, tellingen, redenWachten } = aanlevering;
  const { fouten, waarschuwingen } = aanlevering.bevindingen;
  const delen = Object.entries(tellingen).flatMap(([naam, aantal]) =>
    aantal > 0 ? [`${aantal} ${TELLING[naam] ?? naam}`] : [],
  );
  const uit = [`Aanlevering ${id} van ${school} (peildatum ${peildatum}) ${STAND[status] ?? status}.`];
  if (redenWachten !== undefined) uit.push(redenWachten);
  if (regels !== null) uit.push(`${regels} regels${delen.length > 0 ? `: ${delen.join(', ')}` : ''}.`);
  if (fouten + waarschuwingen > 0) {
    uit.push(
      `${fouten} ${fouten === 1 ? 'fout' : 'fouten'}, ${waarschuwingen} ${waarschuwingen === 1 ? 'waarschuwing' : 'waarschuwingen'}.`,
    );
    uit.push(...bevindingen.map((b) => `  ${plek(b)}: ${b.tekst}`));
    if (bevindingen.length < fouten + waarschuwingen)
      uit.push(`  … alle bevindingen: ${basis}/aanleveringen/${id}/bevindingen`);
  }
  return `${uit.join('\n')}\n`;
}

function plek({ regel, kolom, ernst }: Bevinding): string {
  const waar = [regel === null ? 'bestand' : `regel ${regel}`, ...(kolom === null ? [] : [kolom])].join(', ');
  return ernst === 'fout' ? waar : `${waar} (waarschuwing)`;
}
