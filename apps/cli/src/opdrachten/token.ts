import { klokVan, StartFout, type Config } from '#config';
import { clientGeheim, maakProefToken, proefSleutels, ProefVragen } from '#toegang';
import { metDatabase } from '../database.js';
import { GebruikFout, type CliOpdracht } from '../opdracht.js';

/** Prints a token of the built-in provider, and nothing else, so that it fits in `$(…)`. */
export const token: CliOpdracht = {
  gebruik:
    'sluitend token <e-mail|client-id>    Bearer-token van de ingebouwde aanmelding, om de API met curl te proberen\n' +
    '  --geheim    toont in plaats daarvan het geheim van een client, voor «client credentials» op /oidc/token',

  async voerUit(argumenten, config) {
    const geheim = argumenten.includes('--geheim');
    const [wie, ...rest] = argumenten.filter((a) => a !== '--geheim');
    if (wie === undefined || wie.startsWith('-') || rest.length > 0) {
      throw new GebruikFout('Geef één e-mailadres of client-id.');
    }
    if (config.oidcIssuers.length > 0) {
      throw new StartFout('Deze instantie gebruikt OIDC_ISSUERS; vraag het token bij die aanmelddienst.');
    }
    const soort = await soortVan(config, wie.includes('@') ? wie.toLowerCase() : wie);
    if (geheim && soort.soort !== 'client') throw new GebruikFout('Alleen een client heeft een geheim.');
    const sleutels = await proefSleutels(config.dataDir);
    const uitvoer = geheim
      ? clientGeheim(sleutels, soort.sub)
      : await maakProefToken(sleutels, soort, config.oidcAudience, klokVan(config).echteTijd());
    process.stdout.write(`${uitvoer}\n`);
    return 0;
  },
};

async function soortVan(config: Config, sub: string): Promise<{ sub: string; soort: 'medewerker' | 'client' }> {
  return metDatabase(config, async ({ transactie }) => {
    const vragen = new ProefVragen(transactie);
    if ((await vragen.persoon(sub)) !== undefined) return { sub, soort: 'medewerker' };
    if (await vragen.kentClient(sub)) return { sub, soort: 'client' };
    throw new StartFout(
      `«${sub}» is geen actieve medewerker of client van deze instantie; zie de inrichting met: npm run -s sluitend -- inrichten --toon`,
    );
  });
}
