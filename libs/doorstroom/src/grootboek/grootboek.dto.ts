import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Matches } from 'class-validator';
import { PaginaVraag } from '#toegang';

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
  /** Arrived of everyone but `buitenNoemer`, in percents with one decimal; null when there is nobody. */
  @ApiProperty({ type: Number, nullable: true })
  aankomstpercentage!: number | null;
}

export class GrootboekSchool extends GrootboekTelling {
  /** Exam school, `99AA00`. */
  school!: string;
  schoolNaam!: string;
}

/** Where the stored ledger and another count of the same differ: numbers only. */
export class GrootboekVerschil {
  /** `trajecten`, `casussen`, `onverklaard`, `kandidatuurZonderTraject` or `trajectZonderKandidatuur`. */
  soort!: string;
  school!: string;
  grootboek!: number;
  geteld!: number;
}

/** The ledger counted again from trajecten, casussen and deliveries, in the night that stored it. */
export class GrootboekBewijs {
  @ApiProperty({ type: String, format: 'date' })
  peildatum!: string;
  klopt!: boolean;
  trajecten!: number;
  casussen!: number;
  kandidaturen!: number;
  verschillen!: GrootboekVerschil[];
}

/** The closure ledger of a cohort: every candidate in exactly one column. */
export class GrootboekAntwoord extends GrootboekTelling {
  /** `2025-2026`. */
  schooljaar!: string;
  @ApiProperty({ type: String, format: 'date' })
  peildatum!: string;
  perSchool!: GrootboekSchool[];
  /** Of this date, or the newest; absent for a school and before the first night. */
  bewijs?: GrootboekBewijs;
}

export class VerloopVraag extends PaginaVraag {
  /** Exam school, `99AA00`; left out, all that the asker may see. */
  @IsOptional()
  @Matches(/^\d{2}[A-Z]{2}\d{2}$/)
  school?: string;
}

/** The ledger as it was stored on one date. */
export class VerloopPunt extends GrootboekTelling {
  @ApiProperty({ type: String, format: 'date' })
  peildatum!: string;
}

/** Newest first. */
export class VerloopPagina {
  resultaten!: VerloopPunt[];
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}
