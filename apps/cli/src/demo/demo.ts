import { type Config, klokVan, StartFout } from '#config';
import { InrichtingModule, InrichtingService } from '#inrichting';
import { maakProefToken, proefSleutels } from '#toegang';
import { metDatabase } from '../database.js';
import { metDiensten } from '../nest.js';
import type { DemoOpdracht } from '../start/demo-haak.js';
import type { GeefToken } from './api.js';
import { leverDemo } from './laad.js';
import { demoRegio } from './regio.js';

/**
 * Fills an empty instance with the demo region: the region file through the real set-up, the exports through the real
 * intake. Safe to call again after a crash.
 * @throws StartFout when there is another region, or the intake refuses a file
 */
export async function laadDemo({ config, adres, meld, signaal }: DemoOpdracht): Promise<void> {
  meld('De demoregio wordt geladen …');
  await richtIn(config);
  await leverDemo({ adres, vandaag: klokVan(config).vandaag(), geefToken: await tokens(config), meld, signaal });
}

async function richtIn(config: Config): Promise<void> {
  await metDatabase(config, (opening) =>
    metDiensten(config, opening, InrichtingModule, async (diensten) => {
      const inrichting = diensten.get(InrichtingService);
      const regio = demoRegio();
      const andere = (await inrichting.regios()).find(
        (r) => r.nummer !== regio.regio.nummer || r.naam !== regio.regio.naam,
      );
      if (andere !== undefined) {
        throw new StartFout(`Hier staat al een regio (${andere.naam}); de demo laadt alleen in een lege instantie.`);
      }
      await inrichting.richtIn(JSON.stringify(regio));
    }),
  );
}

async function tokens(config: Config): Promise<GeefToken> {
  const sleutels = await proefSleutels(config.dataDir);
  return (wie) =>
    maakProefToken(
      sleutels,
      { sub: wie, soort: wie.includes('@') ? 'medewerker' : 'client' },
      config.oidcAudience,
      klokVan(config).echteTijd(),
    );
}
