import { alsDatum, DomeinFout, heeftRol, schooljaarVan, type Datum, type FoutSoort, type Wie } from '#kern';
import type { Bestemming } from './bestemming.js';
import type { BestemmingInvoer } from './vaststellen.dto.js';

/** What the data say of the youngster on the day on which it is settled. */
export interface Wettelijk {
  /** `leerplicht`, `kwalificatieplicht`, `doorstroompunt` or `geen`. */
  doelgroep: string;
  startkwalificatie: boolean;
}

/** Refused while leer- or kwalificatieplichtig (domain.md 3). */
const NA_DE_PLICHT: readonly Bestemming[] = ['werkZonderStartkwalificatie', 'tussenjaar', 'dagbesteding'];
/** Only by a leerplichtambtenaar, with a ground (Leerplichtwet 1969). */
const VAN_LEERPLICHT: readonly Bestemming[] = ['vrijstelling', 'vervangendeLeerplicht'];
/** An end that can be for good. */
const BLIJVEND: readonly Bestemming[] = [
  ...(['overleden', 'buitenland', 'overgedragenAndereRegio', 'werkMetStartkwalificatie'] as const),
];
/** No end is settled for longer than this many schooljaren without looking again. */
const JAREN = 3;

/**
 * Whether this end may be settled, and until when it holds.
 * @returns the last day; null for good
 * @throws DomeinFout 403 `alleenLeerplichtambtenaar`; 409 `nogLeerplichtig`, `geenStartkwalificatie`; 400 `bestemmingOngeldig`
 */
export function keurBestemming(
  wie: Wie,
  invoer: BestemmingInvoer & { bestemming: Bestemming },
  wet: Wettelijk,
  vandaag: Datum,
): Datum | null {
  const { bestemming } = invoer;
  keurPlicht(wie, bestemming, wet);
  const leerplicht = VAN_LEERPLICHT.includes(bestemming);
  if (leerplicht !== (invoer.grond !== undefined)) {
    throw fout(
      'grond',
      leerplicht ? 'Geef het artikel waarop dit rust.' : 'Een grond hoort alleen bij een vrijstelling.',
    );
  }
  keurOverdracht(wie, invoer, vandaag);
  const blijvend = BLIJVEND.includes(bestemming) || (bestemming === 'vrijstelling' && invoer.permanent === true);
  if (invoer.permanent === true && bestemming !== 'vrijstelling') {
    throw fout('permanent', 'Alleen een vrijstelling kan voor altijd zijn.');
  }
  if (invoer.geldigTot === undefined) {
    if (!blijvend) throw fout('geldigTot', 'Geef de dag tot en met welke dit geldt. Dan kijken we opnieuw.');
    return null;
  }
  return keurEinde(alsDatum(invoer.geldigTot), vandaag, leerplicht);
}

/** A last day that is today or later, and not years away. @throws DomeinFout 400 `bestemmingOngeldig` */
export function keurEinde(tot: Datum, vandaag: Datum, eindSchooljaar: boolean): Datum {
  if (tot < vandaag) throw fout('geldigTot', 'Deze dag is voorbij. Kies vandaag of later.');
  const jaar = schooljaarVan(vandaag);
  if (eindSchooljaar && tot !== `${jaar + 1}-07-31` && tot !== `${jaar + 2}-07-31`) {
    throw fout('geldigTot', 'Dit geldt voor één schooljaar. Kies 31 juli aan het eind van dat schooljaar.');
  }
  if (tot > `${jaar + 1 + JAREN}-07-31`) throw fout('geldigTot', `Kies een dag binnen ${JAREN} schooljaren.`);
  return tot;
}

function keurPlicht(wie: Wie, bestemming: Bestemming, { doelgroep, startkwalificatie }: Wettelijk): void {
  if (NA_DE_PLICHT.includes(bestemming) && (doelgroep === 'leerplicht' || doelgroep === 'kwalificatieplicht')) {
    throw new DomeinFout(
      'conflict',
      'nogLeerplichtig',
      'Deze bestemming kan nog niet: de leerling is leerplichtig of kwalificatieplichtig. Kies een andere bestemming of schakel leerplicht in.',
    );
  }
  if (bestemming === 'werkMetStartkwalificatie' && !startkwalificatie) {
    throw new DomeinFout(
      'conflict',
      'geenStartkwalificatie',
      'Van deze leerling kennen we geen startkwalificatie. Kies «werkZonderStartkwalificatie» of laat de school het diploma aanleveren.',
    );
  }
  if (VAN_LEERPLICHT.includes(bestemming) && !heeftRol(wie, 'leerplichtambtenaar')) {
    throw new DomeinFout(
      'verboden',
      'alleenLeerplichtambtenaar',
      'Alleen een leerplichtambtenaar legt dit vast. Schakel leerplicht in.',
    );
  }
}

/** Another region is only an end when it accepted the youngster. */
function keurOverdracht(wie: Wie, invoer: BestemmingInvoer, vandaag: Datum): void {
  const { bestemming, bewijs, naarRegio, acceptatieDatum } = invoer;
  if (bestemming !== 'overgedragenAndereRegio') {
    if (naarRegio !== undefined) throw fout('naarRegio', 'Een regio hoort alleen bij «overgedragenAndereRegio».');
    if (acceptatieDatum !== undefined) throw fout('acceptatieDatum', 'Deze datum hoort alleen bij een overdracht.');
    return;
  }
  if (naarRegio === undefined) throw fout('naarRegio', 'Geef de regio die de leerling heeft overgenomen.');
  if (naarRegio === wie.regioId) throw fout('naarRegio', 'Dit is uw eigen regio. Kies een andere regio.');
  if (acceptatieDatum === undefined || acceptatieDatum > vandaag) {
    throw fout('acceptatieDatum', 'Geef de dag waarop die regio de leerling heeft geaccepteerd.');
  }
  if (bewijs !== 'acceptatieRegio')
    throw fout('bewijs', 'Kies «acceptatieRegio»: zonder acceptatie blijft de leerling hier.');
}

/** One field that does not fit. */
export function fout(veld: string, tekst: string, soort: FoutSoort = 'ongeldig'): DomeinFout {
  return new DomeinFout(soort, 'bestemmingOngeldig', tekst, { fouten: [{ veld, code: 'ongeldig', tekst }] });
}
