import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { VolgendeStap } from '../stap/stap.dto.js';
import { VersieInvoer } from '../werk.dto.js';
import { UITKOMSTEN, type Casusuitkomst } from './einde.regels.js';

/** Ends a casus. */
export class Afsluiting extends VersieInvoer {
  /** `aangekomen` and `bestemd` only when that is so. */
  @IsIn(UITKOMSTEN)
  @ApiProperty({ enum: UITKOMSTEN })
  uitkomst!: Casusuitkomst;

  /** Whoever reported the youngster has heard what came of it; needed while that is still to be done. */
  @IsOptional()
  @IsBoolean()
  teruggekoppeld?: boolean;
}

/** Opens a closed casus again. */
export class Heropening extends VersieInvoer {
  /** Without it the next step of helping, with its own term. */
  @IsOptional()
  @ValidateNested()
  @Type(() => VolgendeStap)
  volgendeStap?: VolgendeStap;
}

/** Lets the term of the next step stand still. */
export class Opschorten extends VersieInvoer {
  /** Date from which; today unless told, never later. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  van?: string;

  /** Date: the first day on which the term runs again. */
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  tot!: string;

  /** For who sees the content of the casus. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reden!: string;
}
