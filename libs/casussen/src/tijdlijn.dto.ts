import { ApiProperty } from '@nestjs/swagger';

/** One line of a timeline. */
export class TijdlijnRegel {
  id!: string;
  /** camelCase code, e.g. `casusGeopend`. */
  soort!: string;
  tekst!: string;
  @ApiProperty({ type: 'object', additionalProperties: true })
  gegevens!: Record<string, unknown>;
  /** Of a contactmoment: for who sees the content of the casus, and for who wrote it. */
  notitie?: string;
  /** The delivery, doorstroomcontrole or route that it came from. */
  bron!: string;
  /** `systeem` or `medewerker:<id>`. */
  door!: string;
  /** The casus that it belongs to; absent for a line about the youngster. */
  casusId?: string;
  gebeurdOp!: Date;
}

/** Newest first. */
export class TijdlijnPagina {
  resultaten!: TijdlijnRegel[];
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}
