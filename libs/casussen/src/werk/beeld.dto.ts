import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { WACHT_OP, type WachtOp } from './casus.entity.js';
import { REDENEN, type CasusReden } from './reden.regels.js';

/** The reden as the page shows it. */
export class CasusRedenAntwoord {
  /** Absent when it is special data: `GET /casussen/{id}/reden` asks for it by itself. */
  @ApiPropertyOptional({ enum: REDENEN })
  code?: CasusReden;
  bijzonder!: boolean;
}

/** For what a casus waits: it is out of «vandaag» until then. */
export class WachtOpAntwoord {
  @ApiProperty({ enum: WACHT_OP })
  soort!: WachtOp;
  /** Date on which it wakes, if nothing happens before. */
  tot!: string;
}

/** The time in which the term of the next step does not run. */
export class OpschortingAntwoord {
  /** Date. */
  van!: string;
  /** Date: the first day on which the term runs again. */
  tot!: string;
  /** For who sees the content of the casus. */
  reden?: string;
}

/** Until which day (not included) the law holds this youngster; absent where it does not. */
export class WetAntwoord {
  /** Leerplichtwet art. 3: until the end of the schooljaar in which one turns 16. */
  leerplichtigTot!: string;
  /** Leerplichtwet art. 4a: until the 18th birthday; absent with a startkwalificatie or when exempt. */
  kwalificatieplichtigTot?: string;
  /** Absent with a startkwalificatie. */
  doorstroompuntTot?: string;
}
