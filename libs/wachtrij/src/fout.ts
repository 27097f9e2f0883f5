import { DomeinFout } from '#kern';

/** What the ledger keeps of an error. */
export interface OpdrachtFout {
  code: string;
  tekst: string;
}

/** The row could not be read by the current version of the job. */
export const DATA_ONLEESBAAR: OpdrachtFout = {
  code: 'dataOnleesbaar',
  tekst: 'De gegevens van deze opdracht zijn niet te lezen. Meld dit aan de leverancier; opnieuw proberen helpt niet.',
};

/** Its worker ended each time it was tried. */
export const WORKER_GESTOPT: OpdrachtFout = {
  code: 'workerGestopt',
  tekst:
    'De worker stopte elke keer tijdens deze opdracht. Zoek in het log van de worker naar de oorzaak en geef de opdracht daarna een herkansing.',
};

/** The connection was lost or the commit failed. */
export const AFGEBROKEN: OpdrachtFout = {
  code: 'afgebroken',
  tekst: 'De verbinding met de database brak tijdens deze opdracht. Kijk of de database goed bereikbaar is.',
};

/**
 * What may be kept and shown of an error. Only the text of a DomeinFout is known to hold nothing of a person; of any
 * other error the kind, SQLSTATE and constraint are kept, never the message (a database repeats values in it).
 */
export function opdrachtFout(fout: unknown): OpdrachtFout {
  if (fout instanceof DomeinFout) return { code: fout.code, tekst: fout.message };
  return {
    code: 'onverwacht',
    tekst: `Onverwachte fout (${foutKenmerk(fout)}). Zoek in het log van de worker naar het nummer van deze opdracht.`,
  };
}

/** Kind of the error with SQLSTATE and constraint, safe to log. */
export function foutKenmerk(fout: unknown): string {
  if (!(fout instanceof Error)) return 'geen Error';
  const naam = fout instanceof DomeinFout ? `DomeinFout ${fout.code}` : fout.name;
  return [naam, foutCode(fout), veilig(Reflect.get(bron(fout), 'constraint'))].filter((t) => t !== '').join(' ');
}

/** SQLSTATE of a database error, or the code of a system error such as ECONNREFUSED; empty when there is none. */
export function foutCode(fout: Error): string {
  return fout instanceof DomeinFout ? '' : veilig(Reflect.get(bron(fout), 'code'));
}

function bron(fout: Error): object {
  return 'driverError' in fout && fout.driverError instanceof Error ? fout.driverError : fout;
}

/** The frames of the stack without its first lines, which repeat the message. */
export function stapel(fout: unknown): string {
  if (!(fout instanceof Error) || fout.stack === undefined) return '';
  return fout.stack
    .split('\n')
    .filter((regel) => /^\s+at /.test(regel))
    .join('\n');
}

function veilig(waarde: unknown): string {
  return typeof waarde === 'string' && /^\w{1,63}$/.test(waarde) ? waarde : '';
}
