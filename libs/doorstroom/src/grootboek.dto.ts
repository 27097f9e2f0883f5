import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Matches } from 'class-validator';

export class GrootboekVraag {
  /** Date of a stored ledger; left out, it is computed now. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  @ApiPropertyOptional({ type: String, format: 'date' })
  peildatum?: string;
}

/** Parts of the columns, and of the candidates. */
export class GrootboekWaarvan {
  /** In behandeling, nobody spoke with the youngster yet. */
  zonderContact!: number;
  /** In behandeling, the next step is more than 10 werkdagen overdue. */
  vastgelopen!: number;
  /** Verklaard, and left out of the arrival percentage. */
  buitenNoemer!: number;
}

/** Numbers of youngsters; the five columns add up to `kandidaten`. */
export class GrootboekTelling {
  kandidaten!: number;
  aangekomen!: number;
  verklaard!: number;
  onderweg!: number;
  inBehandeling!: number;
  waarvan!: GrootboekWaarvan;
  /** 0 after every check; anything else is an alarm. */
  onverklaard!: number;
  /** Beside the sum: candidates whose first row waits in quarantine. */
  inQuarantaine!: number;
}

export class GrootboekSchool extends GrootboekTelling {
  /** Exam school, `99AA00`. */
  school!: string;
  schoolNaam!: string;
}

/** The closure ledger of a cohort: every candidate in exactly one column. */
export class GrootboekAntwoord extends GrootboekTelling {
  /** `2025-2026`. */
  schooljaar!: string;
  @ApiProperty({ type: String, format: 'date' })
  peildatum!: string;
  perSchool!: GrootboekSchool[];
}
