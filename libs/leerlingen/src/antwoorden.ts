import { scholenVan, type Reden, type Wie } from '#kern';
import type { ContactRij } from './contacten.leesmodel.js';
import type { ContactAntwoord, InschrijvingAntwoord, LeerlingAntwoord } from './leerling.dto.js';
import type { InschrijvingRij, LeerlingRij } from './leerlingen.leesmodel.js';

const EIGEN_SCHOOL: Reden = 'eigen school';

/** toegang.md 1, adresGeheim: where someone lives or learns is for who holds the casus and for the own school. */
function magPlaats(adresGeheim: boolean, reden: Reden): boolean {
  return !adresGeheim || reden === 'casusverantwoordelijke' || reden === EIGEN_SCHOOL;
}

export function alsLeerling(rij: LeerlingRij, wie: Wie): LeerlingAntwoord {
  const { id, roepnaam, voorvoegsel, achternaam, geboortedatum, geslacht, adresGeheim, afgeleid, reden } = rij;
  const vanSchool = reden === EIGEN_SCHOOL;
  const eigen = new Set(scholenVan(wie, 'zorgcoordinator', 'decaan'));
  const plaats = {
    ...(rij.postcode === null ? {} : { postcode: rij.postcode }),
    ...(rij.woongemeente === null
      ? {}
      : { woongemeente: rij.woongemeente, woongemeenteAfgeleid: rij.woongemeenteAfgeleid }),
    scholen: rij.scholen.filter((s) => !vanSchool || eigen.has(s.school)),
  };
  return {
    ...{ id, naam: [roepnaam, voorvoegsel, achternaam].filter((deel) => deel !== null).join(' '), roepnaam },
    ...(voorvoegsel === null ? {} : { voorvoegsel }),
    ...{ achternaam, geboortedatum },
    ...(geslacht === null ? {} : { geslacht }),
    ...(magPlaats(adresGeheim, reden) ? plaats : {}),
    ...{ adresGeheim, afgeleid, nietBevestigd: rij.nietBevestigd },
    ...(vanSchool ? {} : { doelgroep: rij.doelgroep }),
  };
}

export function alsInschrijving({ adresGeheim, reden, ...rij }: InschrijvingRij): InschrijvingAntwoord {
  const { school, schoolNaam, leerlingnummer, opleidingscode, opleiding, groep, ...rest } = rij;
  const plaats = { school, schoolNaam, leerlingnummer, opleidingscode, opleiding, groep };
  return zonderNull({ ...rest, ...(magPlaats(adresGeheim, reden) ? plaats : {}) });
}

export function alsContact(rij: ContactRij): ContactAntwoord {
  return zonderNull(rij);
}

type ZonderNull<T> = { [K in keyof T as null extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as null extends T[K] ? K : never]?: Exclude<T[K], null>;
};

/** What is not there is absent, never null. */
function zonderNull<T extends object>(rij: T): ZonderNull<T> {
  return Object.fromEntries(Object.entries(rij).filter(([, waarde]) => waarde !== null)) as ZonderNull<T>;
}
