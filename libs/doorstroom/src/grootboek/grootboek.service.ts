import { Transactie } from '#database';
import { alsDatum, cursorOngeldig, heeftRol, isDatum, Klok, leesCursor, maakPagina } from '#kern';
import { schooljaarTekst, scholenVan, type Datum, type Pagina, type Schooljaar, type Wie } from '#kern';
import { lijstpad } from '#toegang';
import { Injectable } from '@nestjs/common';
import type { GrootboekAntwoord, VerloopPunt, VerloopVraag } from './grootboek.dto.js';
import { GrootboekLeesmodel } from './grootboek.leesmodel.js';
import { grootboekOntbreekt, telling } from './grootboek.regels.js';

/** The closure ledger for people: numbers only, never a name. */
@Injectable()
export class Grootboek {
  constructor(
    private readonly transactie: Transactie,
    private readonly leesmodel: GrootboekLeesmodel,
    private readonly klok: Klok,
  ) {}

  /**
   * The ledger of a cohort, per school and in total; school people get their own school.
   * @param peildatum of a stored ledger; left out, it is computed now
   * @throws DomeinFout `grootboekOntbreekt` when nothing was stored on that date
   */
  lees(wie: Wie, schooljaar: Schooljaar, peildatum: string | undefined): Promise<GrootboekAntwoord> {
    const bewaard = peildatum === undefined ? null : alsDatum(peildatum);
    const op = bewaard ?? this.klok.vandaag();
    const scholen = eigenScholen(wie);
    return this.transactie.voerUit({ wie }, async (tx) => {
      const rijen = await (bewaard === null
        ? this.leesmodel.nu(tx, wie.regioId, schooljaar, op, scholen)
        : this.leesmodel.opgeslagen(tx, wie.regioId, schooljaar, op, scholen));
      if (bewaard !== null && rijen.length === 0) throw grootboekOntbreekt();
      const bewijs = scholen === null ? await this.leesmodel.bewijs(tx, wie.regioId, schooljaar, bewaard) : null;
      return {
        schooljaar: schooljaarTekst(schooljaar),
        peildatum: op,
        ...telling(rijen),
        perSchool: rijen.map((rij) => ({ school: rij.school, schoolNaam: rij.schoolNaam, ...telling([rij]) })),
        ...(bewijs === null ? {} : { bewijs }),
      };
    });
  }

  /** Every stored ledger of a cohort, newest first: how the arrival percentage went. @throws DomeinFout `cursorOngeldig` */
  verloop(wie: Wie, schooljaar: Schooljaar, vraag: VerloopVraag): Promise<Pagina<VerloopPunt>> {
    const eigen = eigenScholen(wie);
    const { school, aantal } = vraag;
    const scholen = school === undefined ? eigen : [school].filter((s) => eigen === null || eigen.includes(s));
    const voor = vraag.na === undefined ? null : datumUit(vraag.na);
    const pad = lijstpad(`/api/v1/doorstroom/${schooljaarTekst(schooljaar)}/grootboek/verloop`, vraag);
    return this.transactie.voerUit({ wie }, async (tx) => {
      const rijen = await this.leesmodel.verloop(tx, { regioId: wie.regioId, schooljaar, scholen, voor, aantal });
      return maakPagina(
        rijen,
        aantal,
        pad,
        (r) => [r.peildatum],
        (r) => ({ peildatum: r.peildatum, ...telling([r]) }),
      );
    });
  }
}

const REGIOBREED = ['regiocoordinator', 'generalist', 'teamleider', 'doorstroomcoach', 'leerplichtambtenaar'] as const;

/** Null is the whole region. */
function eigenScholen(wie: Wie): string[] | null {
  return heeftRol(wie, ...REGIOBREED) ? null : scholenVan(wie, 'decaan', 'zorgcoordinator');
}

function datumUit(na: string): Datum {
  const [datum] = leesCursor(na, 1);
  if (typeof datum !== 'string' || !isDatum(datum)) throw cursorOngeldig();
  return datum;
}
