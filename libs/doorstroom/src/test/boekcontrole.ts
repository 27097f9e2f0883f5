import { alsDatum, type Wie } from '#kern';
import { GrootboekLeesmodel } from '../grootboek/grootboek.leesmodel.js';
import { telling } from '../grootboek/grootboek.regels.js';
import { STANDEN, WAARVAN } from '../traject.js';
import type { TrajectenVraag } from '../trajecten.dto.js';
import { TrajectenLeesmodel } from '../trajecten.leesmodel.js';
import { type Opstelling, REGIO } from './opstelling.js';

const ROL = { rol: 'regiocoordinator' as const, scholen: [], gemeenten: [], heleRegio: true };

/**
 * Demands that each number of the ledger has a list of exactly that many trajecten, in the region and per school, and that
 * no traject is in two columns. @param op a stored date; null: computed now
 */
export async function keurLijsten(o: Opstelling, schooljaar: number, op: string | null): Promise<void> {
  const wie: Wie = { ...o.wie, soort: 'medewerker', id: '1', rollen: [ROL], vandaag: o.klok.vandaag() };
  const [lijst, boek] = [new TrajectenLeesmodel(), new GrootboekLeesmodel()];
  await o.db.transactie.voerUit({ wie }, async (tx) => {
    const dag = op === null ? o.klok.vandaag() : alsDatum(op);
    const rijen = await boek[op === null ? 'nu' : 'opgeslagen'](tx, REGIO, schooljaar, dag, null);
    const ids = async (vraag: Partial<TrajectenVraag>): Promise<string[]> => {
      const metDatum = { aantal: 5000, ...(op === null ? {} : { peildatum: op }), ...vraag };
      return (await lijst.lees(tx, wie, schooljaar, metDatum, o.klok.vandaag())).map((r) => r.id);
    };
    // of one school the region says the same
    for (const school of [undefined, ...(rijen.length > 1 ? rijen.map((r) => r.school) : [])]) {
      const getallen = telling(rijen.filter((r) => school === undefined || r.school === school));
      const van = school === undefined ? {} : { school };
      const kolommen: string[][] = [];
      for (const stand of STANDEN) kolommen.push(await ids({ ...van, stand }));
      const delen: string[][] = [];
      for (const waarvan of WAARVAN) delen.push(await ids({ ...van, waarvan }));
      expect({ op, school, kolommen: kolommen.map((k) => k.length), delen: delen.map((d) => d.length) }).toEqual({
        ...{ op, school },
        kolommen: STANDEN.map((stand) => getallen[stand]),
        delen: WAARVAN.map((deel) => getallen.waarvan[deel]),
      });
      const alle = kolommen.flat().sort();
      expect([new Set(alle).size, alle]).toEqual([getallen.kandidaten, (await ids(van)).sort()]);
    }
  });
}
