import { ApiProperty } from '@nestjs/swagger';

/** Who may see the youngster on one ground, without names. */
export class MagZienItem {
  /** Why: `casusverantwoordelijke`, `eigen school` … */
  reden!: string;
  @ApiProperty({ type: String, isArray: true })
  rollen!: string[];
  organisatie!: string;
  /** How many people. */
  aantal!: number;
}

/** One time that the youngster was seen or changed: when, purpose, organisation and role; never which person. */
export class InzageItem {
  id!: string;
  gezienOp!: Date;
  /** `lezen`, `zoeken` or `schrijven`. */
  handeling!: string;
  /** What of the youngster: `leerling`, `casus`, `tijdlijn` … */
  onderwerp!: string;
  /** The ground on which it was allowed, or the job that did it. */
  doel!: string;
  /** Absent for a job of Sluitend itself. */
  organisatie?: string;
  @ApiProperty({ type: String, isArray: true })
  rollen!: string[];
}

/** Who may see a youngster today, and who has: newest first. */
export class InzagePagina {
  magZien!: MagZienItem[];
  resultaten!: InzageItem[];
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}
