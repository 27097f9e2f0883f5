import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateNested } from 'class-validator';
import { REDENEN, type CasusReden } from './reden.regels.js';
import { VolgendeStap } from './stap/stap.dto.js';

/** The part of every change that says which state it was made on; `If-Match` may do so as well. */
export class VersieInvoer {
  /** The versie that was read. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  versie?: number;
}

/** Where somebody can take a casus; closing is a route of its own. */
const FASEN_NA_NAGAAN = ['begeleiding', 'afronding'] as const;

/** What changes of a casus; what is left out stays, null takes it away. */
export class CasusWijziging extends VersieInvoer {
  /** Id of the employee who speaks with the youngster, the parents and the school. */
  @IsOptional()
  @Matches(/^[1-9]\d{0,17}$/)
  @ApiPropertyOptional({ type: String, nullable: true })
  woordvoerder?: string | null;

  /** Why the youngster did not arrive. Only for who sees the content of the casus. */
  @IsOptional()
  @IsIn(REDENEN)
  @ApiPropertyOptional({ enum: REDENEN, nullable: true })
  reden?: CasusReden | null;

  /** `begeleiding`: somebody helps; `afronding`: that is done, whoever reported it hears what came of it. */
  @IsOptional()
  @IsIn(FASEN_NA_NAGAAN)
  @ApiPropertyOptional({ enum: FASEN_NA_NAGAAN })
  fase?: (typeof FASEN_NA_NAGAAN)[number];

  /** Takes the place of the step that was open. */
  @IsOptional()
  @ValidateNested()
  @Type(() => VolgendeStap)
  volgendeStap?: VolgendeStap;
}

/** The reden of a casus, also when it is special data. */
export class RedenAntwoord {
  /** Absent when none was given. */
  @ApiPropertyOptional({ enum: REDENEN })
  code?: CasusReden;
  /** Special data (AVG art. 9): asked for by itself, and logged as such. */
  @ApiProperty()
  bijzonder!: boolean;
}
