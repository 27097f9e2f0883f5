import { Transactie } from '#database';
import { leesCursor, maakPagina, Toegang, type Wie } from '#kern';
import { Logboek, type LogboekRegel } from '#logboek';
import { Aanvrager, IdPipe } from '#toegang';
import { Opdrachten, OpdrachtenVragen, type OpdrachtRij } from '#wachtrij';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type OpdrachtAntwoord, type OpdrachtenPagina, OpdrachtenVraag } from './opdrachten.dto.js';

const PAD = '/api/v1/opdrachten';
const HERKANSING: Omit<LogboekRegel, 'wie'> = {
  handeling: 'schrijven',
  onderwerp: 'opdracht',
  leerlingIds: [],
  reden: 'beheer',
  route: `POST ${PAD}/:id/herkansing`,
};

/** The job ledger as the beheerder sees it. Here and not in wachtrij, which stands below toegang. */
@Controller('opdrachten')
export class OpdrachtenController {
  constructor(
    private readonly transactie: Transactie,
    private readonly vragen: OpdrachtenVragen,
    private readonly opdrachten: Opdrachten,
    private readonly logboek: Logboek,
  ) {}

  /** The work of this region and of the instance itself, newest first. */
  @Get()
  @Toegang({ rollen: ['beheerder'], uitleg: 'The work of the own region and of the instance; ids, no personal data.' })
  async lijst(@Aanvrager() wie: Wie, @Query() vraag: OpdrachtenVraag): Promise<OpdrachtenPagina> {
    const { aantal, status, soort } = vraag;
    const filter = {
      regioId: wie.regioId,
      aantal,
      ...(status === undefined ? {} : { status }),
      ...(soort === undefined ? {} : { soort }),
      ...(vraag.na === undefined ? {} : { voorId: idUit(vraag.na) }),
    };
    const rijen = await this.transactie.voerUit({ wie }, (tx) => this.vragen.lijst(tx, filter));
    return maakPagina(rijen, aantal, padMet({ status, soort, aantal: String(aantal) }), (r) => [r.id], antwoord);
  }

  /** Gives work that was given up a new set of attempts. */
  @Post(':id/herkansing')
  @HttpCode(202)
  @Toegang({ rollen: ['beheerder'], uitleg: 'Work of the own region or of the instance that was given up.' })
  async herkans(@Aanvrager() wie: Wie, @Param('id', IdPipe) id: string): Promise<void> {
    await this.transactie.voerUit({ wie }, async (tx) => {
      await this.opdrachten.herkans(tx, id, wie.regioId);
      await this.logboek.leg(tx, { ...HERKANSING, wie });
    });
  }
}

/** @throws DomeinFout cursorOngeldig or nietGevonden when the cursor is not one of ours. */
function idUit(na: string): string {
  return new IdPipe().transform(leesCursor(na, 1)[0]);
}

function padMet(filters: Record<string, string | undefined>): string {
  const zoek = new URLSearchParams();
  for (const [naam, waarde] of Object.entries(filters)) if (waarde !== undefined) zoek.set(naam, waarde);
  return `${PAD}?${zoek.toString()}`;
}

function antwoord(rij: OpdrachtRij): OpdrachtAntwoord {
  const { id, soort, status, pogingen, aangemaaktOp } = rij;
  return {
    id,
    ...(rij.regioId === null ? {} : { regioId: rij.regioId }),
    soort,
    status,
    data: { ...(rij.data as Record<string, unknown>) },
    vanafOp: rij.vanaf,
    pogingen,
    aangemaaktOp,
    ...(rij.gestartOp === null ? {} : { gestartOp: rij.gestartOp }),
    ...(rij.klaarOp === null ? {} : { klaarOp: rij.klaarOp }),
    ...(rij.doodOp === null ? {} : { doodOp: rij.doodOp }),
    ...(rij.foutCode === null ? {} : { foutCode: rij.foutCode }),
    ...(rij.foutTekst === null ? {} : { foutTekst: rij.foutTekst }),
  };
}
