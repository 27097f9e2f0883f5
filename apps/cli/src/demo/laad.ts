import { StartFout } from '#config';
import { setTimeout as wacht } from 'node:timers/promises';
import { DemoApi, type GeefToken } from './api.js';
import { demoBestanden, type DemoBestand } from './bestanden.js';
import { demoAdres } from './regio.js';

const POLL_MS = 150;
const COHORT = '2025-2026';

interface Aanlevering {
  id: string;
  status: string;
  redenWachten?: string;
}

interface Controle {
  id: string;
  status: 'loopt' | 'klaar' | 'mislukt';
}

interface Grootboek {
  kandidaten: number;
  aangekomen: number;
  verklaard: number;
  onderweg: number;
  inBehandeling: number;
  onverklaard: number;
}

export interface DemoLevering {
  adres: string;
  vandaag: string;
  geefToken: GeefToken;
  meld(regel: string): void;
  signaal: AbortSignal;
}

/**
 * Delivers the exports of all demo schools through the real intake, and checks the whole cohort. Delivering again after
 * a crash is harmless: the same bytes are the same delivery.
 */
export async function leverDemo({ adres, vandaag, geefToken, meld, signaal }: DemoLevering): Promise<void> {
  const api = new DemoApi(adres, geefToken, signaal);
  const bestanden = demoBestanden().filter((b) => b.peildatum <= vandaag);
  let regels = 0;
  for (const [nr, bestand] of bestanden.entries()) {
    await lever(api, bestand, signaal);
    regels += bestand.csv.split('\r\n').length - 2;
    meld(`  demo: ${nr + 1} van ${bestanden.length} bestanden verwerkt (${regels} regels, ${bestand.school})`);
  }
  if (bestanden.length === 0) return;
  await controleer(api, signaal);
  const boek = await api.vraag<Grootboek>({
    als: demoAdres('regiocoordinator'),
    pad: `/doorstroom/${COHORT}/grootboek`,
  });
  meld(
    `  demo: ${boek.kandidaten} kandidaten = ${boek.verklaard} verklaard + ${boek.aangekomen} aangekomen + ${boek.inBehandeling} in behandeling + ${boek.onderweg} onderweg + ${boek.onverklaard} onverklaard`,
  );
}

async function lever(
  api: DemoApi,
  { client, school, peildatum, csv }: DemoBestand,
  signaal: AbortSignal,
): Promise<void> {
  const pad = `/aanleveringen?school=${school}&peildatum=${peildatum}&modus=volledig`;
  let stand = await api.vraag<Aanlevering>({
    als: client,
    pad,
    methode: 'POST',
    inhoud: csv,
    soort: 'text/csv; charset=utf-8',
  });
  while (stand.status === 'ontvangen' || stand.status === 'gecontroleerd') {
    await wacht(POLL_MS, undefined, { signal: signaal });
    stand = await api.vraag<Aanlevering>({ als: client, pad: `/aanleveringen/${stand.id}` });
  }
  if (stand.status !== 'verwerkt') {
    throw new StartFout(
      `De demo laadt niet: het bestand van ${school} kreeg status ${stand.status}. ${stand.redenWachten ?? ''}`,
    );
  }
}

async function controleer(api: DemoApi, signaal: AbortSignal): Promise<void> {
  const als = demoAdres('regiocoordinator');
  const inhoud = JSON.stringify({ schooljaar: COHORT });
  let controle = await api.vraag<Controle>({ als, pad: '/doorstroomcontroles', methode: 'POST', inhoud });
  while (controle.status === 'loopt') {
    await wacht(POLL_MS, undefined, { signal: signaal });
    controle = await api.vraag<Controle>({ als, pad: `/doorstroomcontroles/${controle.id}` });
  }
  if (controle.status === 'mislukt') throw new StartFout('De demo laadt niet: de doorstroomcontrole is mislukt.');
}
