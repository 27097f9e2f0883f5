import { CasusLeerling } from '#casussen';
import { SIGNAALSOORTEN, type Signaalsoort } from '#signalen';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';
import { STANDEN, TRAJECTSTATUSSEN, WAARVAN, type Stand, type Trajectstatus, type Waarvan } from './traject.js';
import { PaginaVraag } from '#toegang';

export class TrajectenVraag extends PaginaVraag {
  /** Column of the ledger. */
  @IsOptional()
  @IsIn(STANDEN)
  @ApiPropertyOptional({ enum: STANDEN })
  stand?: Stand;

  /** Part of a column that the ledger shows apart. */
  @IsOptional()
  @IsIn(WAARVAN)
  @ApiPropertyOptional({ enum: WAARVAN })
  waarvan?: Waarvan;

  /** Date of a stored ledger: who was counted then, in the column and at the school of then; the rest is as of today. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  @ApiPropertyOptional({ type: String, format: 'date' })
  peildatum?: string;

  @IsOptional()
  @IsIn(TRAJECTSTATUSSEN)
  @ApiPropertyOptional({ enum: TRAJECTSTATUSSEN })
  status?: Trajectstatus;

  /** Exam school, `99AA00`. */
  @IsOptional()
  @Matches(/^\d{2}[A-Z]{2}\d{2}$/)
  school?: string;
}

/** The way of one candidate from exam school to arrival. What the asker may not see is absent. */
export class TrajectItem {
  id!: string;
  leerling!: CasusLeerling;
  /** Exam school, `99AA00`. */
  school?: string;
  schoolNaam?: string;
  /** The exam school's own number. */
  leerlingnummer!: string;
  /** `2025-2026`: the schooljaar of the cohort. */
  schooljaar!: string;
  @ApiProperty({ enum: TRAJECTSTATUSSEN })
  status!: Trajectstatus;
  /** Date since which the status holds. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  statusDatum?: string;
  /** Column of the ledger today, or on the date that was asked. */
  @ApiProperty({ enum: STANDEN })
  stand!: Stand;
  /** Open signalen; absent for a school, which sees only the steps. */
  @ApiPropertyOptional({ enum: SIGNAALSOORTEN, isArray: true })
  signalen?: Signaalsoort[];
  /** The step that the calendar asks for today. */
  vraag?: string;
  /** Why that step need not be met now. */
  onderdrukt?: string;
  casusId?: string;
  /** Absent for a school when it says more than where somebody learns. */
  bestemming?: string;
  /** Last day on which the bestemming holds. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  bestemmingTot?: string;
  voorgenomenVervolg?: string;
  /** Last day on which it holds, when that is earlier than the calendar says. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  voorgenomenVervolgTot?: string;
  /** Date on which the arrival at a school that does not deliver was confirmed. */
  @ApiPropertyOptional({ type: String, format: 'date' })
  aankomstBevestigdDatum?: string;
  bijzonderheid?: string;
  /** A school that this depends on is silent. */
  verouderd!: boolean;
  /** The newest delivery held a row of this youngster with a mistake: there, this is what was known before. Absent without a name. */
  nietBevestigd?: boolean;
  /** Send it with a change. */
  versie!: number;
}

/** In the order in which the trajecten were opened. */
export class TrajectenPagina {
  resultaten!: TrajectItem[];
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}
