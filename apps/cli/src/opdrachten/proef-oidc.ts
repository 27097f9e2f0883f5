import { bijStop, klokVan, StartFout } from '#config';
import { openDatabase } from '#database';
import { ProefAanmelding, proefSleutels } from '#toegang';
import { createServer, type Server } from 'node:http';
import { parseArgs } from 'node:util';
import { GebruikFout, type CliOpdracht } from '../opdracht.js';

const STANDAARDPOORT = 3001;

/** Runs the built-in provider on its own, for a set-up where the api is not on this machine's own address. */
export const proefOidc: CliOpdracht = {
  gebruik:
    'sluitend proef-oidc [--luister adres] [--poort nummer]    PORT is de poort (3001); adressen in tokens noemen altijd 127.0.0.1\n' +
    '  --luister    0.0.0.0 in een container die alleen op 127.0.0.1 naar buiten gaat; anders 127.0.0.1\n' +
    '  --poort      de poort zoals mensen hem zien, als die anders is dan PORT',

  async voerUit(argumenten, config) {
    const { luister, gezien } = leesArgumenten(argumenten);
    if (config.oidcIssuers.length > 0) throw new StartFout('Met OIDC_ISSUERS is er geen ingebouwde aanmelding.');
    const { transactie, bron } = await openDatabase(config, {
      rol: 'sluitend_worker',
      naam: 'sluitend-proef-oidc',
      verbindingen: 2,
    });
    const sleutels = await proefSleutels(config.dataDir);
    const klok = klokVan(config);
    const aanmelding = new ProefAanmelding({ audience: config.oidcAudience, sleutels, transactie, klok });
    const server = createServer((verzoek, antwoord) => {
      if (aanmelding.behandel(verzoek, antwoord)) return;
      antwoord.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Hier is alleen /oidc.\n');
    });
    bijStop(async () => {
      server.closeAllConnections();
      await new Promise((klaar) => server.close(klaar));
      await bron.destroy();
    });
    const poort = config.poortGezet ? config.poort : STANDAARDPOORT;
    await open(server, poort, luister);
    process.stdout.write(`De proef-aanmelding draait: ${aanmelding.opent(gezien ?? poort)}\n`);
    return new Promise<number>(() => undefined); // until a signal ends the process
  },
};

function leesArgumenten(argumenten: readonly string[]): { luister: string; gezien: number | undefined } {
  try {
    const { values } = parseArgs({
      args: [...argumenten],
      options: { luister: { type: 'string', default: '127.0.0.1' }, poort: { type: 'string' } },
    });
    if (values.poort !== undefined && !/^[1-9]\d{0,4}$/.test(values.poort))
      throw new GebruikFout('--poort is een getal.');
    return { luister: values.luister, gezien: values.poort === undefined ? undefined : Number(values.poort) };
  } catch (fout) {
    if (fout instanceof GebruikFout) throw fout;
    throw new GebruikFout('De opdracht proef-oidc kent alleen --luister en --poort.');
  }
}

async function open(server: Server, poort: number, adres: string): Promise<void> {
  await new Promise<void>((klaar, mislukt) => {
    server.once('error', (fout: NodeJS.ErrnoException) => {
      mislukt(
        fout.code === 'EADDRINUSE' ? new StartFout(`Poort ${poort} is al in gebruik; kies met PORT een andere.`) : fout,
      );
    });
    server.listen(poort, adres, klaar);
  });
}
