import { Transactie } from '#database';
import { leesCursor, maakPagina, Toegang, type Wie } from '#kern';
import { Aanvrager, IdPipe } from '#toegang';
import { Controller, Get, Headers, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiProduces, getSchemaPath } from '@nestjs/swagger';
import { Readable } from 'node:stream';
import { AanleveringenLeesmodel } from './aanleveringen.leesmodel.js';
import { BevindingenPagina, BevindingenQuery } from './aanleveringen.dto.js';
import { CSV_KOP, CSV_NIET_BEWAARD, csvRegels } from './bevindingen.csv.js';

/** Findings read at a time for the file. */
const PORTIE = 2_000;

/** What is wrong with a delivery, as a list or as a file for who mends it. */
@ApiExtraModels(BevindingenPagina)
@Controller('aanleveringen/:id/bevindingen')
export class BevindingenController {
  constructor(
    private readonly transactie: Transactie,
    private readonly leesmodel: AanleveringenLeesmodel,
  ) {}

  /** Toont de bevindingen bij een aanlevering, of geeft ze als CSV-bestand met Accept: text/csv. */
  @Get()
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse({ schema: { $ref: getSchemaPath(BevindingenPagina) } })
  @Toegang({
    rollen: ['aanleveraar', 'zorgcoordinator', 'decaan', 'regiocoordinator'],
    uitleg: 'Findings of a delivery of an own school; the coordinator sees them without values.',
  })
  async bevindingen(
    @Aanvrager() wie: Wie,
    @Param('id', IdPipe) id: string,
    @Query() { aantal, na }: BevindingenQuery,
    @Headers('accept') accept: string | undefined,
  ): Promise<BevindingenPagina | StreamableFile> {
    await this.leesmodel.zoek(wie, id);
    if (/\btext\/csv\b/i.test(accept ?? '')) {
      return new StreamableFile(Readable.from(this.csv(wie, id)), {
        type: 'text/csv; charset=utf-8',
        disposition: `attachment; filename="bevindingen-${id}.csv"`,
      });
    }
    const naId = na === undefined ? '0' : new IdPipe().transform(leesCursor(na, 1)[0]);
    const [rijen, bewaard] = await this.transactie.voerUit({ wie }, async (tx) => [
      await this.leesmodel.bevindingen(tx, wie, id, aantal + 1, naId),
      await this.leesmodel.bevindingenBewaard(tx, wie, id),
    ]);
    const pad = `/api/v1/aanleveringen/${id}/bevindingen?aantal=${aantal}`;
    const pagina = maakPagina(
      rijen,
      aantal,
      pad,
      (rij) => [rij.id],
      ({ id: _, ...bevinding }) => bevinding,
    );
    return { bewaard, ...pagina };
  }

  private async *csv(wie: Wie, id: string): AsyncGenerator<string> {
    yield CSV_KOP;
    const bewaard = await this.transactie.voerUit({ wie }, (tx) => this.leesmodel.bevindingenBewaard(tx, wie, id));
    if (!bewaard) yield CSV_NIET_BEWAARD;
    let naId = '0';
    for (;;) {
      const vanaf = naId;
      const rijen = await this.transactie.voerUit({ wie }, (tx) =>
        this.leesmodel.bevindingen(tx, wie, id, PORTIE, vanaf),
      );
      if (rijen.length > 0) yield csvRegels(rijen);
      if (rijen.length < PORTIE) return;
      naId = rijen.at(-1)?.id ?? naId;
    }
  }
}
