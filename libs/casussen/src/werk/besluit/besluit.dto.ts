import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsISO8601, IsNotEmpty, IsObject, IsOptional, IsString } from 'class-validator';
import { Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { VersieInvoer } from '../werk.dto.js';

/** What is done about a youngster (domain.md 4). */
export const BESLUITEN = ['alsnogInschrijven', 'leerplichtInschakelen', 'anderTraject', 'geenActieNodig'] as const;
export type Besluit = (typeof BESLUITEN)[number];

const CODE = /^[a-z][A-Za-z0-9]{1,39}$/;
const DATUM = /^\d{4}-\d{2}-\d{2}$/;

/** Another end, as in `PUT /doorstroom/{schooljaar}/trajecten/{id}/bestemming`. */
export class BesluitBestemming {
  @Matches(CODE)
  bestemming!: string;

  @Matches(CODE)
  bewijs!: string;

  /** Date: the last day on which it holds. */
  @IsOptional()
  @Matches(DATUM)
  @IsISO8601({ strict: true })
  @ApiPropertyOptional({ type: String, format: 'date' })
  geldigTot?: string;

  @IsOptional()
  @Matches(CODE)
  grond?: string;

  @IsOptional()
  @IsBoolean()
  permanent?: boolean;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(40)
  naarRegio?: number;

  @IsOptional()
  @Matches(DATUM)
  @IsISO8601({ strict: true })
  @ApiPropertyOptional({ type: String, format: 'date' })
  acceptatieDatum?: string;
}

/** An intention, as in `PUT /doorstroom/{schooljaar}/trajecten/{id}/voorgenomen-vervolg`. */
export class BesluitVervolg {
  @Matches(CODE)
  vervolg!: string;

  /** Date: the last day on which it holds. */
  @Matches(DATUM)
  @IsISO8601({ strict: true })
  @ApiProperty({ type: String, format: 'date' })
  geldigTot!: string;
}

/** What is decided; `geenActieNodig` says until when with one of the two. */
export class BesluitInvoer extends VersieInvoer {
  @IsIn(BESLUITEN)
  @ApiProperty({ enum: BESLUITEN })
  besluit!: Besluit;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => BesluitBestemming)
  bestemming?: BesluitBestemming;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => BesluitVervolg)
  voorgenomenVervolg?: BesluitVervolg;

  /** For the team of leerplicht: kept encrypted. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  toelichting?: string;
}
