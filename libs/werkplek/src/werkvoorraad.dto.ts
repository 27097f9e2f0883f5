import {
  CasusLeerling,
  DOELGROEPEN,
  FASEN,
  MedewerkerNaam,
  TERUGVALLEN,
  VolgendeTaak,
  WachtOpAntwoord,
  type Doelgroep,
  type Fase,
  type Terugval,
} from '#casussen';
import { SIGNAALSOORTEN, type Signaalsoort } from '#signalen';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsISO8601, IsOptional, Matches } from 'class-validator';
import { PaginaVraag } from '#toegang';

/** Whose casussen: one's own, of the colleagues in one's teams, or all that one may see. */
export const VAN = ['mij', 'team', 'iedereen'] as const;
export const SORTERINGEN = ['vervaltOp', '-vervaltOp', 'geopendOp', '-geopendOp'] as const;

const OPEN_FASEN = FASEN.filter((f) => f !== 'gesloten');

export class WerkvoorraadVraag extends PaginaVraag {
  @IsOptional()
  @IsIn(VAN)
  @ApiPropertyOptional({ enum: VAN })
  van: (typeof VAN)[number] = 'mij';

  @IsOptional()
  @IsIn(OPEN_FASEN)
  @ApiPropertyOptional({ enum: OPEN_FASEN })
  fase?: Exclude<Fase, 'gesloten'>;

  @IsOptional()
  @IsIn(DOELGROEPEN)
  @ApiPropertyOptional({ enum: DOELGROEPEN })
  doelgroep?: Doelgroep;

  /** CBS code of four digits. */
  @IsOptional()
  @Matches(/^\d{4}$/)
  woongemeente?: string;

  /** Exam school, `99AA00`. */
  @IsOptional()
  @Matches(/^\d{2}[A-Z]{2}\d{2}$/)
  school?: string;

  /** Date: only casussen whose next task is due before it. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  vervaltVoor?: string;

  /**
   * `true`: only casussen that the procesbewaker has because no rule or team could give them an owner; `false`: only the
   * others. A casus leaves the list when it gets a regular owner.
   */
  @IsOptional()
  @Transform(({ obj }: { obj: { terugval?: unknown } }) => alsBoolean(obj.terugval))
  @IsBoolean()
  terugval?: boolean;

  /** `false`: what can be worked on («Vandaag»); `true`: what waits for somebody else or for a date («Wacht op»). */
  @IsOptional()
  @Transform(({ obj }: { obj: { wachtOp?: unknown } }) => alsBoolean(obj.wachtOp))
  @IsBoolean()
  wachtOp?: boolean;

  /** By next due date (default) or by age; `-` is the other way round. */
  @IsOptional()
  @IsIn(SORTERINGEN)
  @ApiPropertyOptional({ enum: SORTERINGEN })
  sorteer: (typeof SORTERINGEN)[number] = 'vervaltOp';
}

/** One row of the queue: an open casus with its next step. What the asker may not see is absent. */
export class WerkvoorraadItem {
  casusId!: string;
  /** `36-2026-00123`. */
  nummer!: string;
  leerling!: CasusLeerling;
  @ApiPropertyOptional({ enum: DOELGROEPEN })
  doelgroep?: Doelgroep;
  @ApiProperty({ enum: OPEN_FASEN })
  fase!: Fase;
  /** Open signalen of the casus. */
  @ApiProperty({ enum: SIGNAALSOORTEN, isArray: true })
  signalen!: Signaalsoort[];
  casusverantwoordelijke!: MedewerkerNaam;
  volgendeTaak!: VolgendeTaak;
  geopendOp!: Date;
  /** Why the procesbewaker has it. Absent when a rule gave it its owner. */
  @ApiPropertyOptional({ enum: TERUGVALLEN })
  terugval?: Terugval;
  /** Only present, and true, when the asker observes for the casusverantwoordelijke, who is away. */
  waarneming?: boolean;
  opgeschort!: boolean;
  wachtOp?: WachtOpAntwoord;
  versie!: number;
}

export class WerkvoorraadPagina {
  resultaten!: WerkvoorraadItem[];
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}

function alsBoolean(waarde: unknown): unknown {
  if (waarde === 'true') return true;
  return waarde === 'false' ? false : waarde;
}
