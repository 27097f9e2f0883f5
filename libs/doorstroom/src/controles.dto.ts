import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsISO8601, IsOptional, Matches } from 'class-validator';

/** Which cohort to check, and on which date. */
export class ControleInvoer {
  /** `2025-2026`: the schooljaar of the cohort. */
  @Matches(/^\d{4}-\d{4}$/)
  @ApiProperty({ type: String, example: '2025-2026' })
  schooljaar!: string;

  /** Today when left out; another date is a proef. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  @ApiPropertyOptional({ type: String, format: 'date' })
  peildatum?: string;

  /** Computes and shows, opens nothing. */
  @IsOptional()
  @IsBoolean()
  proef?: boolean;
}

export const CONTROLESTATUSSEN = ['loopt', 'klaar', 'mislukt'] as const;

/** A run of the doorstroomcontrole; while it runs its counts are those of the schools that are done. */
export class ControleAntwoord {
  id!: string;
  schooljaar!: string;
  @ApiProperty({ type: String, format: 'date' })
  peildatum!: string;
  proef!: boolean;
  @ApiProperty({ enum: CONTROLESTATUSSEN })
  status!: (typeof CONTROLESTATUSSEN)[number];
  kandidaten!: number;
  nieuweSignalen!: number;
  nieuweCasussen!: number;
  @ApiProperty({ type: String, format: 'date-time' })
  gestartOp!: Date;
  @ApiPropertyOptional({ type: String, format: 'date-time' })
  klaarOp?: Date;
  /** Only of a proef that is done: the ledger per school as it would be. */
  grootboek?: ProefGrootboek[];
}

/** The ledger of one school as a proef computed it. */
export class ProefGrootboek {
  school!: string;
  schoolNaam!: string;
  kandidaten!: number;
  aangekomen!: number;
  verklaard!: number;
  onderweg!: number;
  inBehandeling!: number;
  onverklaard!: number;
}
