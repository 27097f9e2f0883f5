import { schooljaarTekst, type Wie } from '#kern';
import type { CasusAntwoord, CasusLeerling, ToewijzingAntwoord } from './casus.dto.js';
import type { CasusRij, ToewijzingRij } from './casussen.leesmodel.js';
import type { TijdlijnRegel } from './tijdlijn.dto.js';
import type { WetAntwoord } from './werk/beeld.dto.js';
import type { TijdlijnRij } from './tijdlijn.leesmodel.js';
import { leesUitleg } from './routering/uitleg.regels.js';

/** What of the youngster this asker may see of a row. */
export interface LeerlingRij {
  leerlingId: string;
  naam: string;
  geboortedatum: string;
  adresGeheim: boolean;
  school: string;
  schoolNaam: string;
  verantwoordelijkeId: string | null;
  metNaam: boolean;
}

/** toegang.md 1: no names for a regiocoördinator; with a secret address the school only for who holds the casus. */
export function alsLeerling(rij: LeerlingRij, wie: Wie): CasusLeerling {
  const metSchool = !rij.adresGeheim || rij.verantwoordelijkeId === wie.id;
  return {
    id: rij.leerlingId,
    ...(rij.metNaam ? { naam: rij.naam, geboortedatum: rij.geboortedatum } : {}),
    ...(metSchool ? { school: rij.school, schoolNaam: rij.schoolNaam } : {}),
  };
}

export function alsCasus(rij: CasusRij, wie: Wie): CasusAntwoord {
  const { verantwoordelijkeId, verantwoordelijkeNaam, woordvoerderId, woordvoerderNaam } = rij;
  const volgende = rij.taken.find((t) => t.id === rij.volgendeTaakId);
  return {
    id: rij.id,
    nummer: rij.nummer,
    leerling: alsLeerling(rij, wie),
    ...(rij.metNaam ? { doelgroep: rij.doelgroep } : {}),
    fase: rij.fase,
    signalen: rij.signalen.map((s) => ({
      soort: s.soort,
      schooljaar: schooljaarTekst(s.schooljaar),
      geopendOp: new Date(s.geopendOp),
      ...(s.geslotenOp === null ? {} : { geslotenOp: new Date(s.geslotenOp) }),
    })),
    ...(verantwoordelijkeId === null || verantwoordelijkeNaam === null
      ? {}
      : { casusverantwoordelijke: { id: verantwoordelijkeId, naam: verantwoordelijkeNaam } }),
    ...(volgende === undefined
      ? {}
      : { volgendeTaak: { id: volgende.id, soort: volgende.soort, vervaltOp: volgende.vervaltOp } }),
    taken: rij.taken.map(({ eigenaarId, eigenaarNaam, ...taak }) => ({
      ...taak,
      ...(eigenaarId === null || eigenaarNaam === null ? {} : { eigenaar: { id: eigenaarId, naam: eigenaarNaam } }),
    })),
    geopendOp: rij.geopendOp,
    ...(rij.geslotenOp === null ? {} : { geslotenOp: rij.geslotenOp }),
    ...(rij.uitkomst === null ? {} : { uitkomst: rij.uitkomst }),
    opgeschort: rij.opgeschort,
    ...(woordvoerderId === null || woordvoerderNaam === null
      ? {}
      : { woordvoerder: { id: woordvoerderId, naam: woordvoerderNaam } }),
    ...(rij.wachtOp === null || rij.wakkerOp === null ? {} : { wachtOp: { soort: rij.wachtOp, tot: rij.wakkerOp } }),
    ...(rij.opschortingVan === null || rij.opschortingTot === null
      ? {}
      : { opschorting: { van: rij.opschortingVan, tot: rij.opschortingTot } }),
    ...(rij.metNaam ? { wet: alsWet(rij) } : {}),
    versie: rij.versie,
  };
}

function alsWet({ leerplichtigTot, kwalificatieplichtigTot, doorstroompuntTot }: CasusRij): WetAntwoord {
  return {
    leerplichtigTot,
    ...(kwalificatieplichtigTot === null ? {} : { kwalificatieplichtigTot }),
    ...(doorstroompuntTot === null ? {} : { doorstroompuntTot }),
  };
}

/**
 * toegang.md 1: the regiocoördinator sees no names. Rule and explanation name where someone lives and learns, so with a
 * secret address they are for who holds the casus.
 */
export function alsToewijzing(rij: ToewijzingRij, wie: Wie): ToewijzingAntwoord {
  const eigenaar = rij.medewerkerId === wie.id ? null : rij.medewerkerNaam;
  const { leerlingId: _leerling, ...invoer } = rij.invoer;
  const metInhoud = rij.metNaam && (!rij.adresGeheim || rij.verantwoordelijkeId === wie.id);
  return {
    medewerker: { id: rij.medewerkerId, naam: rij.medewerkerNaam },
    regel:
      rij.regelId === null
        ? null
        : { id: rij.regelId, ...(metInhoud ? { omschrijving: rij.regelOmschrijving ?? '' } : {}) },
    ...(metInhoud ? { invoer, uitleg: leesUitleg(rij.uitleg, { roepnaam: rij.roepnaam, eigenaar }) } : {}),
    kandidaten: rij.kandidaten,
    ...(rij.terugval === null ? {} : { terugval: rij.terugval }),
    ...(metInhoud ? { aanleiding: rij.aanleiding } : {}),
    toegewezenOp: rij.toegewezenOp,
    door: rij.door,
  };
}

/** @param notities by id of the contactmoment, those that the reader sees */
export function alsTijdlijnregel(
  { casusId, ...rij }: TijdlijnRij,
  notities: ReadonlyMap<string, string>,
): TijdlijnRegel {
  const notitie = notities.get(String(rij.gegevens['contactmomentId']));
  return { ...rij, ...(casusId === null ? {} : { casusId }), ...(notitie === undefined ? {} : { notitie }) };
}
