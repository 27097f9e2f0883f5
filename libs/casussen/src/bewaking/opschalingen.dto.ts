import { PaginaVraag } from '#toegang';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { FASEN, type Fase } from '../casus.js';
import { CasusLeerling, MedewerkerNaam, VolgendeTaak } from '../casus.dto.js';
import {
  NIVEAUS,
  OPSCHALINGSGRONDEN,
  OPSCHALINGSTATUSSEN,
  type Niveau,
  type Opschalingsgrond,
  type Opschalingstatus,
} from './opschaling.js';

export class OpschalingenVraag extends PaginaVraag {
  /** Left out: what was not looked at yet. */
  @IsOptional()
  @IsIn(OPSCHALINGSTATUSSEN)
  @ApiPropertyOptional({ enum: OPSCHALINGSTATUSSEN })
  status: Opschalingstatus = 'open';
}

/** A casus that stands still, of which the asker was told. What the asker may not see is absent. */
export class OpschalingAntwoord {
  id!: string;
  @ApiProperty({ enum: OPSCHALINGSTATUSSEN })
  status!: Opschalingstatus;
  casusId!: string;
  /** `36-2026-00123`. */
  nummer!: string;
  /** Absent when only an offer of the casus waits, or the casus closed since. */
  leerling?: CasusLeerling;
  @ApiProperty({ enum: FASEN })
  fase!: Fase;
  casusverantwoordelijke?: MedewerkerNaam;
  @ApiProperty({ enum: NIVEAUS })
  niveau!: Niveau;
  /** `stap`: nobody took the next step · `overname`: nobody answered the offer. */
  @ApiProperty({ enum: OPSCHALINGSGRONDEN })
  om!: Opschalingsgrond;
  /** The step or the offer; its date is the day until which it could wait. */
  taak!: VolgendeTaak;
  opgeschaaldOp!: Date;
  gezienOp?: Date;
  /** When a night saw that it moved. */
  beeindigdOp?: Date;
  versie!: number;
}

/** The longest waiting first. */
export class OpschalingenPagina {
  resultaten!: OpschalingAntwoord[];
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}
