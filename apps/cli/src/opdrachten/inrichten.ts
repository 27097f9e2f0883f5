import { StartFout } from '#config';
import { DomeinFout } from '#kern';
import { InrichtingModule, InrichtingService, type InrichtingUitkomst } from '#inrichting';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { metDatabase } from '../database.js';
import { metDiensten } from '../nest.js';
import { GebruikFout, type CliOpdracht } from '../opdracht.js';

/** Applies a region file, or shows the set-up that is there in the same form. */
export const inrichten: CliOpdracht = {
  gebruik: `sluitend inrichten regio.json         past een regiobestand toe: alles of niets
sluitend inrichten --toon [--regio N]  toont de inrichting van nu in dezelfde vorm`,

  async voerUit(argumenten, config) {
    const { bestand, toon, regio } = leesArgumenten(argumenten);
    const tekst = bestand === undefined ? '' : await leesBestand(resolve(config.aanroepMap, bestand));
    return metDatabase(config, (opening) =>
      metDiensten(config, opening, InrichtingModule, async (diensten) => {
        const inrichting = diensten.get(InrichtingService);
        if (toon) {
          process.stdout.write(`${JSON.stringify(await inrichting.toon(regio), null, 2)}\n`);
          return 0;
        }
        try {
          process.stdout.write(verslag(await inrichting.richtIn(tekst)));
          return 0;
        } catch (fout) {
          if (!(fout instanceof DomeinFout)) throw fout;
          const regels = (fout.extra.fouten ?? []).map((f) => `  ${f.veld} ${f.tekst}\n`);
          process.stderr.write(`${fout.message}\n${regels.join('')}`);
          return 1;
        }
      }),
    );
  },
};

function leesArgumenten(argumenten: readonly string[]): { bestand?: string; toon: boolean; regio?: number } {
  const { values, positionals } = ontleed(argumenten);
  const toon = values.toon ?? false;
  const [bestand, teVeel] = positionals;
  if (toon === (bestand !== undefined) || teVeel !== undefined) {
    throw new GebruikFout('Geef één regiobestand, of --toon.');
  }
  if (values.regio === undefined) return { toon, ...(bestand !== undefined && { bestand }) };
  if (!toon || !/^\d{1,2}$/.test(values.regio))
    throw new GebruikFout('Bij --toon hoort --regio met een regionummer, zoals --regio 36.');
  return { toon, regio: Number(values.regio) };
}

function ontleed(argumenten: readonly string[]) {
  try {
    return parseArgs({
      args: [...argumenten],
      options: { toon: { type: 'boolean' }, regio: { type: 'string' } },
      allowPositionals: true,
    });
  } catch {
    throw new GebruikFout('Deze argumenten kent inrichten niet.');
  }
}

async function leesBestand(pad: string): Promise<string> {
  try {
    return await readFile(pad, 'utf8');
  } catch (fout) {
    throw new StartFout(`Het bestand ${pad} is niet te lezen; controleer de naam.`, { cause: fout });
  }
}

function verslag({ regio, naam, aantallen }: InrichtingUitkomst): string {
  const delen = Object.entries(aantallen).map(([wat, aantal]) => `${aantal} ${wat}`);
  return `Regio ${regio} (${naam}) is ingericht: ${delen.join(', ')}.\n`;
}
