import { DomeinFout } from '#kern';
import type { Grootboekrij } from '../controle.js';
import type { GrootboekTelling } from './grootboek.dto.js';

type Rij = Grootboekrij & { inQuarantaine: number };

/** The numbers of these rows together, with the arrival percentage: who is outside the denominator is left out of it. */
export function telling(rijen: readonly Rij[]): GrootboekTelling {
  const som = (veld: keyof Rij): number => rijen.reduce((totaal, rij) => totaal + rij[veld], 0);
  const [kandidaten, aangekomen, buitenNoemer] = [som('kandidaten'), som('aangekomen'), som('buitenNoemer')];
  const noemer = kandidaten - buitenNoemer;
  return {
    kandidaten,
    aangekomen,
    verklaard: som('verklaard'),
    onderweg: som('onderweg'),
    inBehandeling: som('inBehandeling'),
    waarvan: { zonderContact: som('zonderContact'), vastgelopen: som('vastgelopen'), buitenNoemer },
    onverklaard: som('onverklaard'),
    inQuarantaine: som('inQuarantaine'),
    aankomstpercentage: noemer === 0 ? null : Math.round((1000 * aangekomen) / noemer) / 10,
  };
}

export function grootboekOntbreekt(): DomeinFout {
  return new DomeinFout(
    'nietGevonden',
    'grootboekOntbreekt',
    'Van deze dag is geen grootboek bewaard. Kies een andere peildatum of laat haar weg.',
  );
}
