import { Transactie } from '#database';
import { alsDatum, DomeinFout, heeftRol, Klok, schooljaarTekst, scholenVan, type Schooljaar, type Wie } from '#kern';
import { Injectable } from '@nestjs/common';
import type { GrootboekAntwoord, GrootboekTelling } from './grootboek.dto.js';
import { GrootboekLeesmodel, type GrootboekSchoolrij } from './grootboek.leesmodel.js';

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
  async lees(wie: Wie, schooljaar: Schooljaar, peildatum: string | undefined): Promise<GrootboekAntwoord> {
    const op = peildatum === undefined ? this.klok.vandaag() : alsDatum(peildatum);
    const scholen =
      heeftRol(wie, 'decaan', 'zorgcoordinator') && !heeftRol(wie, ...REGIOBREED)
        ? scholenVan(wie, 'decaan', 'zorgcoordinator')
        : null;
    const rijen = await this.transactie.voerUit({ wie }, (tx) =>
      peildatum === undefined
        ? this.leesmodel.nu(tx, wie.regioId, schooljaar, op, scholen)
        : this.leesmodel.opgeslagen(tx, wie.regioId, schooljaar, op, scholen),
    );
    if (peildatum !== undefined && rijen.length === 0) {
      throw new DomeinFout(
        'nietGevonden',
        'grootboekOntbreekt',
        'Van deze dag is geen grootboek bewaard. Kies een andere peildatum of laat haar weg.',
      );
    }
    return {
      schooljaar: schooljaarTekst(schooljaar),
      peildatum: op,
      ...telling(rijen),
      perSchool: rijen.map((rij) => ({ school: rij.school, schoolNaam: rij.schoolNaam, ...telling([rij]) })),
    };
  }
}

const REGIOBREED = ['regiocoordinator', 'generalist', 'teamleider', 'doorstroomcoach', 'leerplichtambtenaar'] as const;

function telling(rijen: readonly GrootboekSchoolrij[]): GrootboekTelling {
  const som = (veld: Exclude<keyof GrootboekSchoolrij, 'school' | 'schoolNaam'>): number =>
    rijen.reduce((totaal, rij) => totaal + rij[veld], 0);
  return {
    kandidaten: som('kandidaten'),
    aangekomen: som('aangekomen'),
    verklaard: som('verklaard'),
    onderweg: som('onderweg'),
    inBehandeling: som('inBehandeling'),
    waarvan: {
      zonderContact: som('zonderContact'),
      vastgelopen: som('vastgelopen'),
      buitenNoemer: som('buitenNoemer'),
    },
    onverklaard: som('onverklaard'),
    inQuarantaine: som('inQuarantaine'),
  };
}
