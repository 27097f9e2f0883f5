import { VersieInvoer } from '#casussen';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString } from 'class-validator';
import { Matches, Max, MaxLength, Min, ValidateIf } from 'class-validator';
import {
  AANKOMSTBEWIJZEN,
  BESTEMMINGEN,
  BEWIJZEN,
  CORRECTIEREDENEN,
  GRONDEN,
  VERVOLGEN,
  type Bestemming,
  type Bewijs,
  type Correctiereden,
  type Grond,
  type Vervolg,
} from './bestemming.js';

const DATUM = /^\d{4}-\d{2}-\d{2}$/;

/** Another end; `bestemming: null` takes it back. */
export class BestemmingInvoer extends VersieInvoer {
  @ValidateIf((o: BestemmingInvoer) => o.bestemming !== null)
  @IsIn(BESTEMMINGEN)
  @ApiProperty({ enum: BESTEMMINGEN, nullable: true })
  bestemming!: Bestemming | null;

  /** What was seen. */
  @ValidateIf((o: BestemmingInvoer) => o.bestemming !== null)
  @IsIn(BEWIJZEN)
  @ApiPropertyOptional({ enum: BEWIJZEN })
  bewijs?: Bewijs;

  /** Date: the last day on which it holds; then the traject is judged again. */
  @IsOptional()
  @Matches(DATUM)
  @IsISO8601({ strict: true })
  @ApiPropertyOptional({ type: String, format: 'date' })
  geldigTot?: string;

  /** Article of the Leerplichtwet; only of an exemption or another programme. Never shown in a list. */
  @IsOptional()
  @IsIn(GRONDEN)
  @ApiPropertyOptional({ enum: GRONDEN })
  grond?: Grond;

  /** An exemption for good. */
  @IsOptional()
  @IsBoolean()
  permanent?: boolean;

  /** The region that took the youngster over. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(40)
  naarRegio?: number;

  /** Date on which that region accepted. */
  @IsOptional()
  @Matches(DATUM)
  @IsISO8601({ strict: true })
  @ApiPropertyOptional({ type: String, format: 'date' })
  acceptatieDatum?: string;
}

/** Where somebody means to go on; `vervolg: null` takes it back, also what the school's file says. */
export class VervolgInvoer extends VersieInvoer {
  @ValidateIf((o: VervolgInvoer) => o.vervolg !== null)
  @IsIn(VERVOLGEN)
  @ApiProperty({ enum: VERVOLGEN, nullable: true })
  vervolg!: Vervolg | null;

  /** Date: the last day on which it holds, when that is earlier than the calendar says. */
  @IsOptional()
  @Matches(DATUM)
  @IsISO8601({ strict: true })
  @ApiPropertyOptional({ type: String, format: 'date' })
  geldigTot?: string;
}

/** Arrived at a school that does not deliver; `brin: null` takes it back. */
export class AankomstInvoer extends VersieInvoer {
  @ValidateIf((o: AankomstInvoer) => o.brin !== null)
  @Matches(/^\d{2}[A-Z]{2}$/)
  @ApiProperty({ type: String, nullable: true, example: '25XX' })
  brin!: string | null;

  /** Date on which the youngster was there. */
  @ValidateIf((o: AankomstInvoer) => o.brin !== null)
  @Matches(DATUM)
  @IsISO8601({ strict: true })
  @ApiPropertyOptional({ type: String, format: 'date' })
  aankomstDatum?: string;

  @ValidateIf((o: AankomstInvoer) => o.brin !== null)
  @IsIn(AANKOMSTBEWIJZEN)
  @ApiPropertyOptional({ enum: AANKOMSTBEWIJZEN })
  bewijs?: (typeof AANKOMSTBEWIJZEN)[number];
}

/** Out of the cohort, for good. */
export class CorrectieInvoer extends VersieInvoer {
  @IsIn(CORRECTIEREDENEN)
  @ApiProperty({ enum: CORRECTIEREDENEN })
  reden!: Correctiereden;

  /** In words; needed with `anders`. Kept encrypted. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  toelichting?: string;
}
