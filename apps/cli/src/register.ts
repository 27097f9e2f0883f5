import type { CliOpdracht } from './opdracht.js';

export interface RegisterRegel {
  uitleg: string;
  /** Loaded only when called: `start` need not know what `aanleveren` needs. */
  laad(): Promise<CliOpdracht>;
}

/** Every command of `sluitend`, in the order in which help shows them. */
export const REGISTER: Readonly<Record<string, RegisterRegel>> = {
  start: {
    uitleg: 'start database, api en worker en toont het adres',
    laad: async () => (await import('./opdrachten/start.js')).start,
  },
  migreer: {
    uitleg: 'brengt de database bij (bij DATABASE_URL: voor elke nieuwe versie)',
    laad: async () => (await import('./opdrachten/migreer.js')).migreer,
  },
  inrichten: {
    uitleg: 'richt een regio in uit één bestand, of toont de inrichting (--toon)',
    laad: async () => (await import('./opdrachten/inrichten.js')).inrichten,
  },
  token: {
    uitleg: 'toont een Bearer-token van de ingebouwde aanmelding (alleen in een proef)',
    laad: async () => (await import('./opdrachten/token.js')).token,
  },
  'proef-oidc': {
    uitleg: 'draait alleen de ingebouwde aanmelding (voor docker compose)',
    laad: async () => (await import('./opdrachten/proef-oidc.js')).proefOidc,
  },
  aanleveren: {
    uitleg: 'stuurt de export van een school en wacht op de uitslag (exitcode 0, 2, 3, 4 of 5)',
    laad: async () => (await import('./opdrachten/aanleveren.js')).aanleveren,
  },
  demo: {
    uitleg: 'laadt de demoregio in een lege instantie',
    laad: async () => (await import('./opdrachten/demo.js')).demo,
  },
};
