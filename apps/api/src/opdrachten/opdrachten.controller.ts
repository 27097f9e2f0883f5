import { Transactie } from '#database';
import { leesCursor, maakPagina, Toegang, type Wie } from '#kern';
import { Logboek } from '#logboek';
import { Aanvrager, IdPipe, lijstpad } from '#toegang';
import { Opdrachten, OpdrachtenVragen, type OpdrachtRij } from '#wachtrij';
import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { OpdrachtenPagina, OpdrachtenQuery, type OpdrachtDto } from './opdrachten.dto.js';

/** The job ledger for the beheerder: what waits, what was given up and why. It shows no data of persons. */
@Controller('opdrachten')
export class OpdrachtenController {
  constructor(
    private readonly transactie: Transactie,
    private readonly vragen: OpdrachtenVragen,
    private readonly opdrachten: Opdrachten,
    private readonly logboek: Logboek,
  ) {}

  /** Toont het werk van de wachtrij, nieuwste eerst. */
  @Get()
  @Toegang({ rollen: ['beheerder'], uitleg: 'Work of the own region and of the instance; no data of persons.' })
  async lijst(@Aanvrager() wie: Wie, @Query() query: OpdrachtenQuery): Promise<OpdrachtenPagina> {
    const { aantal, status, soort, na } = query;
    const voorId = na === undefined ? undefined : idUit(na);
    const filter = {
      regioId: wie.regioId,
      aantal,
      ...(status !== undefined && { status }),
      ...(soort !== undefined && { soort }),
      ...(voorId !== undefined && { voorId }),
    };
    const rijen = await this.transactie.voerUit({ wie }, (tx) => this.vragen.lijst(tx, filter));
    return maakPagina(rijen, aantal, lijstpad('/api/v1/opdrachten', query), (r) => [r.id], vorm);
  }

  /** Geeft een opgegeven opdracht nieuwe pogingen. */
  @Post(':id/herkansing')
  @HttpCode(204)
  @Toegang({ rollen: ['beheerder'], uitleg: 'Gives up-given work of the own region or the instance new attempts.' })
  async herkans(@Aanvrager() wie: Wie, @Param('id', IdPipe) id: string): Promise<void> {
    await this.transactie.voerUit({ wie }, async (tx) => {
      await this.opdrachten.herkans(tx, id, wie.regioId);
      await this.logboek.leg(tx, {
        ...{ wie, handeling: 'schrijven', onderwerp: 'opdracht', leerlingIds: [] },
        reden: `beheerder, opdracht:${id}`,
        route: 'POST /api/v1/opdrachten/:id/herkansing',
      });
    });
  }
}

function idUit(cursor: string): string {
  const [id] = leesCursor(cursor, 1);
  return new IdPipe().transform(id);
}

function vorm(rij: OpdrachtRij): OpdrachtDto {
  const { id, soort, status, pogingen, aangemaaktOp, vanaf, klaarOp, doodOp, foutCode, foutTekst } = rij;
  return {
    id,
    soort,
    status,
    pogingen,
    aangemaaktOp,
    vanafOp: vanaf,
    klaarOp,
    opgegevenOp: doodOp,
    foutCode,
    foutTekst,
  };
}
