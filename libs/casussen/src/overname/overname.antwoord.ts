import type { Wie } from '#kern';
import { alsLeerling } from '../antwoorden.js';
import { leesUitleg } from '../routering/uitleg.regels.js';
import type { OvernameAntwoord } from './overname.dto.js';
import type { OvernameRij } from './overname.leesmodel.js';

/** What this reader may see of an overname: its texts when they are given. */
export function alsOvername(
  rij: OvernameRij,
  wie: Wie,
  teksten: { toelichting?: string; antwoord?: string },
  metNaam: boolean,
): OvernameAntwoord {
  const { stap, naarId, naarNaam, beslistOp, vervaltOp } = rij;
  // The explanation names where one lives: with a secret address it is for who holds the casus.
  const metUitleg = rij.uitleg !== '' && metNaam && (!rij.adresGeheim || rij.verantwoordelijkeId === wie.id);
  const lezer = { roepnaam: rij.roepnaam, eigenaar: naarId === wie.id ? null : naarNaam };
  return {
    id: rij.id,
    toestand: rij.toestand,
    aanleiding: rij.aanleiding,
    casus: {
      id: rij.casusId,
      nummer: rij.nummer,
      leerling: alsLeerling({ ...rij, metNaam }, wie),
      signalen: rij.signalen,
      ...(stap === null ? {} : { volgendeTaak: stap }),
    },
    van: { id: rij.vanId, naam: rij.vanNaam, ...(rij.vanTelefoon === null ? {} : { telefoon: rij.vanTelefoon }) },
    ...(naarId === null || naarNaam === null ? {} : { naar: { id: naarId, naam: naarNaam } }),
    ...(rij.naarRegio === null ? {} : { andereRegio: rij.naarRegio }),
    aangebodenOp: rij.aangebodenOp,
    ...(vervaltOp === null ? {} : { vervaltOp }),
    ...(beslistOp === null ? {} : { beslistOp }),
    ...(metUitleg ? { uitleg: leesUitleg(rij.uitleg, lezer) } : {}),
    ...teksten,
    versie: rij.versie,
  };
}
