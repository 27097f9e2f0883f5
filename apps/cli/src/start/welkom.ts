import { resolve } from 'node:path';
import { DEMO_MENSEN, demoAdres } from '../demo/regio.js';

/** What a started instance tells its operator. */
export interface Welkom {
  /** Where the api and the werkplek answer: `http://localhost:3000`. */
  adres: string;
  dataDir: string;
  /** Whether the demo region is loaded. */
  demo: boolean;
  /** Date of the test clock, when it is set. */
  vandaag: string | undefined;
}

/** The lines shown when everything runs. */
export function toonWelkom({ adres, dataDir, demo, vandaag }: Welkom): string {
  const regels = [
    `Sluitend draait op ${adres}`,
    `  api-documentatie  ${adres}/api/v1/docs`,
    `  gegevens          ${dataDir}`,
    ...(vandaag === undefined ? [] : [`  datum vast op     ${vandaag} (proefklok)`]),
    ...(demo ? demoRegels(adres, dataDir) : []),
    'Stoppen: Ctrl-C',
  ];
  return `\n${regels.join('\n')}\n`;
}

function demoRegels(adres: string, dataDir: string): string[] {
  const mensen = DEMO_MENSEN.map(([wie, naam]) => `  ${demoAdres(wie).padEnd(36)} ${naam}`);
  // Another terminal does not know which folder this instance keeps.
  const waar = dataDir === resolve('.data') ? '' : `DATA_DIR=${dataDir} `;
  const cli = `${waar}npm run -s sluitend --`;
  const kop = (wie: string): string => `-H "Authorization: Bearer $(${cli} token ${demoAdres(wie)})"`;
  return [
    '',
    'Deze mensen zijn er (verzonnen, één per rol):',
    ...mensen,
    '',
    'Probeer het met curl:',
    `  curl -s ${kop('regiocoordinator')} ${adres}/api/v1/doorstroom/2025-2026/grootboek`,
    `  curl -s ${kop('leerplichtambtenaar')} "${adres}/api/v1/werkvoorraad?van=mij&aantal=5"`,
    `  curl -s ${kop('beheerder')} "${adres}/api/v1/opdrachten?status=dood"`,
    '',
  ];
}
