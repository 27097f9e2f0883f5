import type { KoppelvoorstelAntwoord, VoorstelLeerling } from './koppelvoorstellen.dto.js';
import type { KoppelvoorstelRij } from './koppelvoorstellen.leesmodel.js';

/** What may be compared of who has a secret address: nothing that tells where someone lives or learns. */
const ZONDER_PLAATS: ReadonlySet<string> = new Set([
  ...['achternaam', 'voorvoegsel', 'roepnaam', 'naam', 'geboortedatum', 'geslacht', 'pgn', 'tweeling'],
]);

export function alsKoppelvoorstel(rij: KoppelvoorstelRij): KoppelvoorstelAntwoord {
  const { id, status, aanleiding, score, school, schoolNaam, gemaaktOp, beslotenOp, adresGeheim, versie } = rij;
  const { beslisserId, beslisserNaam, besluitReden } = rij;
  const bewijs = adresGeheim ? rij.bewijs.filter((b) => ZONDER_PLAATS.has(b.veld)) : rij.bewijs;
  return {
    ...{ id, status, aanleiding },
    leerling: alsLeerling(rij.leerlingId, rij.leerlingNaam, rij.leerlingGeboortedatum, rij.leerlingVoorlopig),
    kandidaat: alsLeerling(rij.kandidaatId, rij.kandidaatNaam, rij.kandidaatGeboortedatum, rij.kandidaatVoorlopig),
    // The total and the points would tell what was left out.
    ...(score === null || adresGeheim ? {} : { score }),
    velden: bewijs.map(({ veld, oordeel, punten }) => ({ veld, oordeel, ...(adresGeheim ? {} : { punten }) })),
    ...(adresGeheim ? {} : { school, schoolNaam }),
    gemaaktOp,
    ...(beslotenOp === null ? {} : { beslotenOp }),
    ...(beslisserId === null || beslisserNaam === null
      ? {}
      : { beslotenDoor: { id: beslisserId, naam: beslisserNaam } }),
    ...(besluitReden === null ? {} : { reden: besluitReden }),
    versie,
  };
}

function alsLeerling(
  id: string,
  naam: string | null,
  geboortedatum: string | null,
  voorlopig: boolean,
): VoorstelLeerling {
  return {
    id,
    ...(naam === null ? {} : { naam }),
    ...(geboortedatum === null ? {} : { geboortedatum }),
    voorlopig,
  };
}
