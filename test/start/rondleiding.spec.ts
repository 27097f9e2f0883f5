import { verwijderCluster } from '#database';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bouw, Instantie } from './instantie.js';

jest.setTimeout(300_000);

// What README shows is what a new user types: its own lines are run here.
describe('the walk-through of README', () => {
  let wortel: string;
  let instantie: Instantie;

  beforeAll(async () => {
    bouw();
    wortel = await mkdtemp(join(tmpdir(), 'sluitend-rondleiding-'));
    await chmod(wortel, 0o711);
    instantie = Instantie.start(join(wortel, 'data'), { PORT: '0', VANDAAG: '2026-04-02' });
  });

  afterAll(async () => {
    instantie.proces.kill('SIGTERM');
    await instantie.einde();
    await verwijderCluster(instantie.dataDir);
    await rm(wortel, { recursive: true, force: true });
  });

  it('goes from two exports to a named responsible, and back to a ledger that adds up', async () => {
    const adres = await instantie.adres();
    const regels = (await voer(script(await readFile('README.md', 'utf8'), adres, instantie.dataDir))).split('\n');
    const antwoorden = regels.filter((r) => r.startsWith('{')).map((r): unknown => JSON.parse(r));
    expect(regels[0]).toMatch(/^Regio 36 .* is ingericht: 2 scholen, 3 medewerkers/);
    expect(antwoorden).toEqual([
      expect.objectContaining({ school: '99ZZ00', status: 'ontvangen' }),
      expect.objectContaining({ school: '99AA00', status: 'ontvangen' }),
      expect.objectContaining({
        resultaten: [
          expect.objectContaining({
            leerling: expect.objectContaining({ naam: 'Sem de Zoekt', school: '99AA00' }),
            signalen: ['geenAanmelding'],
            casusverantwoordelijke: expect.objectContaining({ naam: 'Coen Coach' }),
          }),
        ],
      }),
      expect.objectContaining({
        medewerker: expect.objectContaining({ naam: 'Coen Coach' }),
        uitleg: expect.any(String),
      }),
      expect.objectContaining({ school: '99ZZ00', status: 'ontvangen' }),
      expect.objectContaining({ resultaten: [] }),
      expect.objectContaining({ kandidaten: 3, onderweg: 3, inBehandeling: 0, onverklaard: 0 }),
    ]);
  });
});

/** The bash blocks of README; waiting a few seconds becomes waiting until all work is done. */
function script(readme: string, adres: string, dataDir: string): string {
  const blokken = [...readme.matchAll(/^```bash\n([^]*?)^```$/gm)].map(([, blok]) => blok ?? '');
  const totRust = `until [[ $(als coordinator@regio.example "$api/doorstroom/2025-2026/grootboek") =~ $VERWACHT ]]; do :; done`;
  const verwacht = ['"kandidaten":3.*"inBehandeling":1,', '"kandidaten":3.*"onderweg":3,'];
  return (
    blokken
      .join('\n')
      .replace('http://localhost:3100', adres)
      // the same program, without npm looking at the sources again for each token
      .replace('npm run -s sluitend --', 'node dist/apps/cli/src/main.js')
      .replace('DATA_DIR=.rondleiding', `DATA_DIR='${dataDir}'`)
      .replaceAll('sleep 5', () => `VERWACHT='${verwacht.shift() ?? ''}'; ${totRust}`)
  );
}

function voer(tekst: string): Promise<string> {
  return new Promise((klaar, mislukt) => {
    const bash = spawn('bash', ['-euo', 'pipefail', '-c', tekst], { stdio: ['ignore', 'pipe', 'pipe'] });
    let [uit, fout] = ['', ''];
    bash.stdout.on('data', (stuk: Buffer) => (uit += stuk.toString()));
    bash.stderr.on('data', (stuk: Buffer) => (fout += stuk.toString()));
    bash.once('close', (code) =>
      code === 0 ? klaar(uit) : mislukt(new Error(`bash ended with ${code}: ${fout}\n${uit}`)),
    );
  });
}
