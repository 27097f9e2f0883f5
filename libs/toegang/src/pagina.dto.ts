import { HOOGSTE_AANTAL, STANDAARD_AANTAL } from '#kern';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** The part of every list's query that says which page. */
export class PaginaVraag {
  /** Rows on a page. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(HOOGSTE_AANTAL)
  aantal: number = STANDAARD_AANTAL;

  /** Cursor from «volgende» of the page before. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  na?: string;
}

/** Path of this list with its filters, without cursor: what `maakPagina` builds «volgende» on. */
export function lijstpad(pad: string, vraag: object): string {
  const zoek = new URLSearchParams();
  for (const [naam, waarde] of Object.entries(vraag)) {
    if (naam !== 'na' && waarde !== undefined) zoek.set(naam, String(waarde));
  }
  return `${pad}?${zoek.toString()}`;
}
