import { PaginaVraag } from '#toegang';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

/** In the order of the list. */
export const VERSCHILSOORTEN = ['verdwenen', 'gewijzigd', 'nietBevestigd', 'nieuw'] as const;
export type Verschilsoort = (typeof VERSCHILSOORTEN)[number];

export class VerschilQuery extends PaginaVraag {
  /** Alleen rijen van deze soort. */
  @IsOptional()
  @IsIn(VERSCHILSOORTEN)
  @ApiPropertyOptional({ enum: VERSCHILSOORTEN })
  soort?: Verschilsoort;
}

/** Eén kolom die verandert. De waarden ontbreken voor wie geen namen mag zien. */
export class WijzigingDto {
  kolom!: string;
  @ApiProperty({ type: String, nullable: true })
  oud!: string | null;
  @ApiProperty({ type: String, nullable: true })
  nieuw!: string | null;
}

/** Eén rij die verdwijnt, verandert, niet bevestigd is of nieuw is. */
export class VerschilDto {
  @ApiProperty({ type: String, nullable: true })
  leerlingnummer!: string | null;
  @ApiProperty({ enum: VERSCHILSOORTEN })
  soort!: Verschilsoort;
  wijzigingen!: WijzigingDto[];
}

export class VerschiltellingDto {
  nieuw!: number;
  gewijzigd!: number;
  verdwenen!: number;
  quarantaine!: number;
}

/** Van een aanlevering die wacht: wat er zou veranderen. Van een verwerkte: wat er veranderde sinds de vorige. */
export class VerschilPagina {
  tellingen!: VerschiltellingDto;
  /** Onwaar: wat deze aanlevering veranderde is niet meer bewaard, of is ongedaan gemaakt. De tellingen blijven, de lijst is leeg. */
  bewaard!: boolean;
  resultaten!: VerschilDto[];
  /** Pad van de volgende bladzijde, of null aan het eind. */
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}
