import { Transactie } from '#database';
import { DomeinFout, heeftRol, Klok, nietGevonden, type Wie } from '#kern';
import { neemToewijzingsslot } from '#organisaties';
import { Injectable } from '@nestjs/common';
import { LopendeCasussen } from '../routering/lopend.repository.js';
import type { LopendeCasus } from '../routering/routering.js';
import type { Verplaatsing } from '../routering/toewijzen.service.js';
import { keuze } from './kiezen.regels.js';
import { Verdeelsleutel } from './verdeelsleutel.js';
import { Verdeeluitvoering } from './verdeeluitvoering.service.js';
import type { Teruguitkomst, VerdeelOngedaanAntwoord } from './verdelen.dto.js';
import { VerdelingenRepository, type Teruggave } from './verdelingen.repository.js';

const ROUTE = 'POST /api/v1/casussen/_draaiterug';

/** Takes a hand-out back: what nobody touched since goes to who had it. */
@Injectable()
export class Terugdraaien {
  constructor(
    private readonly transactie: Transactie,
    private readonly klok: Klok,
    private readonly verdelingen: VerdelingenRepository,
    private readonly lopend: LopendeCasussen,
    private readonly uitvoering: Verdeeluitvoering,
    private readonly sleutels: Verdeelsleutel,
  ) {}

  /** @throws DomeinFout 404 `nietGevonden`; 409 `teLaat`, `alTeruggedraaid` */
  draaiTerug(wie: Wie, ongedaanSleutel: string): Promise<VerdeelOngedaanAntwoord> {
    const id = this.sleutels.lees(wie, ongedaanSleutel);
    if (id === null) throw nietGevonden();
    return this.transactie.voerUit({ wie }, async (tx) => {
      await neemToewijzingsslot(tx, wie.regioId);
      const verdeling = await this.verdelingen.vergrendel(tx, wie, id);
      if (verdeling === null) throw nietGevonden();
      if (verdeling.teruggedraaidOp !== null) throw alTeruggedraaid();
      if (verdeling.terugTot === null || verdeling.terugTot <= this.klok.echteTijd()) throw teLaat();
      const [vandaag, nu] = [this.klok.vandaag(), this.klok.nu()];
      const rijen = await this.verdelingen.terug(tx, wie.regioId, id, vandaag);
      const goed = new Map(rijen.filter((r) => uitkomst(r) === 'teruggezet').map((r) => [r.casusId, r]));
      const casussen = await this.lopend.deze(tx, wie.regioId, [...goed.keys()], { peildatum: vandaag, nu });
      const verplaatst = casussen.flatMap((casus) => terug(casus, goed.get(casus.casusId), wie, id));
      // Who gave them away did so on a ground of their own; taking it back is the same act.
      const reden = heeftRol(wie, 'teamleider') ? 'teamleider' : 'procesbewaker';
      const mag = new Map(
        casussen.map(({ casusId, invoer: { leerlingId } }) => [
          casusId,
          { id: casusId, leerlingId, loopt: true, reden },
        ]),
      );
      await this.uitvoering.voerUit(tx, wie, verplaatst, mag, { peildatum: vandaag, nu, route: ROUTE });
      await this.verdelingen.meldTeruggedraaid(tx, wie.regioId, id, nu);
      return alsAntwoord(rijen);
    });
  }
}

function terug(casus: LopendeCasus, rij: Teruggave | undefined, wie: Wie, verdelingId: string): Verplaatsing[] {
  if (rij === undefined) return [];
  const medewerker = { id: rij.vanId, naam: rij.vanNaam };
  const herkomst = { aanleiding: 'teruggedraaid' as const, gever: { id: wie.id, naam: wie.naam } };
  return [
    { casus, keuze: { ...keuze(casus.invoer, { medewerker }, []), terugval: rij.wasTerugval }, herkomst, verdelingId },
  ];
}

function uitkomst({ loopt, ongemoeid, vanKan }: Teruggave): Teruguitkomst {
  if (!loopt) return 'gesloten';
  if (!ongemoeid) return 'gewijzigd';
  return vanKan ? 'teruggezet' : 'vorigeKanNiet';
}

function alsAntwoord(rijen: readonly Teruggave[]): VerdeelOngedaanAntwoord {
  const uit = rijen.map((r) => ({ casusId: r.casusId, uitkomst: uitkomst(r) }));
  const teruggezet = uit.filter((r) => r.uitkomst === 'teruggezet').length;
  return { teruggezet, nietTeruggezet: uit.length - teruggezet, rijen: uit };
}

function teLaat(): DomeinFout {
  const tekst = 'Terugdraaien kan tot 10 minuten na het verdelen. Wijs de casussen opnieuw toe.';
  return new DomeinFout('conflict', 'teLaat', tekst);
}

function alTeruggedraaid(): DomeinFout {
  return new DomeinFout('conflict', 'alTeruggedraaid', 'Deze verdeling is al teruggedraaid. U hoeft niets te doen.');
}
