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
export function toonWelkom({ adres, dataDir, vandaag }: Welkom): string {
  const regels = [
    `Sluitend draait op ${adres}`,
    `  api-documentatie  ${adres}/api/v1/docs`,
    `  gegevens          ${dataDir}`,
    ...(vandaag === undefined ? [] : [`  datum vast op     ${vandaag} (proefklok)`]),
    'Stoppen: Ctrl-C',
  ];
  return `\n${regels.join('\n')}\n`;
}
