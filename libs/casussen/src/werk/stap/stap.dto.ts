import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';
import { STAPPEN, type Stap } from './stap.regels.js';

/** The next step of a casus. */
export class VolgendeStap {
  /** `antwoordSchool` and `inschrijving` wait: the casus is out of «vandaag» until that day, or until it happens. */
  @IsIn(STAPPEN)
  @ApiProperty({ enum: STAPPEN })
  soort!: Stap;

  /** Date on which it must be done; without it the term of the soort decides. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  vervaltOp?: string;

  /** Nothing can be done before that day: the casus is out of «vandaag» until then. */
  @IsOptional()
  @IsBoolean()
  wacht?: boolean;
}

/** A step with its date, as it would be made today. */
export class VoorgesteldeStap {
  @ApiProperty({ enum: STAPPEN })
  soort!: Stap;
  /** Date. */
  vervaltOp!: string;
}

/** The next step that fits each way in which contact may go. */
export class Voorstel {
  gesproken!: VoorgesteldeStap;
  nietBereikt!: VoorgesteldeStap;
  anders!: VoorgesteldeStap;
}
