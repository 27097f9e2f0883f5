import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { VolgendeStap } from '../stap/stap.dto.js';
import { UITKOMSTEN, type Uitkomst } from '../stap/stap.regels.js';
import { VersieInvoer } from '../werk.dto.js';

/** With whom there was contact. */
export const MET = ['leerling', 'ouders', 'decaan', 'mentor', 'anders'] as const;
export type Met = (typeof MET)[number];

/** A call, a talk, a visit, or the attempt. */
export class Contactmoment extends VersieInvoer {
  @IsIn(UITKOMSTEN)
  @ApiProperty({ enum: UITKOMSTEN })
  uitkomst!: Uitkomst;

  @IsIn(MET)
  @ApiProperty({ enum: MET })
  met!: Met;

  /** For who sees the content of the casus, and for who wrote it. No medical data. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  notitie?: string;

  /** Without it the step that fits the outcome, with its own term: see `voorstel` of the casus. */
  @IsOptional()
  @ValidateNested()
  @Type(() => VolgendeStap)
  volgendeStap?: VolgendeStap;
}
