import { DECAANANTWOORDEN, DECAANVRAAGSTATUSSEN, type Decaanantwoord, type Decaanvraagstatus } from '#casussen';
import { PaginaVraag } from '#toegang';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { TRAJECTSTATUSSEN, type Trajectstatus } from '../traject.js';
import { VERVOLGKEUZES, type Vervolgkeuze } from './antwoorden.regels.js';

export class DecaanvragenVraag extends PaginaVraag {
  @IsOptional()
  @Matches(/^\d{2}[A-Z]{2}\d{2}$/)
  school?: string;

  @IsOptional()
  @IsIn(DECAANVRAAGSTATUSSEN)
  @ApiPropertyOptional({ enum: DECAANVRAAGSTATUSSEN })
  status?: Decaanvraagstatus;
}

/** A question by hand: about casussen of one school. */
export class DecaanvraagInvoer {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(/^[1-9]\d{0,17}$/, { each: true })
  casusIds!: string[];
}

/** One answer, about one pupil of the question. */
export class DecaanantwoordInvoer {
  trajectId!: string;
  @ApiProperty({ enum: DECAANANTWOORDEN })
  antwoord!: Decaanantwoord;
  /** With `voorgenomenVervolg`: the plan. */
  @ApiPropertyOptional({ enum: VERVOLGKEUZES })
  vervolgkeuze?: Vervolgkeuze;
  /** With `aangemeldBij`: the school, four characters. */
  brin?: string;
  /** Only for who holds the casus, and who wrote it. */
  toelichting?: string;
}

/** A question to a school; the counts are of the pupils in it whom the asker follows. */
export class DecaanvraagItem {
  id!: string;
  school!: string;
  schoolNaam!: string;
  /** `2025-2026`: the schooljaar of the cohort. */
  schooljaar!: string;
  @ApiProperty({ enum: DECAANVRAAGSTATUSSEN })
  status!: Decaanvraagstatus;
  gesteldOp!: Date;
  /** Date: the last day on which the school can answer. */
  vervaltOp!: string;
  herinnerdOp?: Date;
  leerlingen!: number;
  beantwoord!: number;
  /** Solved without an answer. */
  vanzelf!: number;
}

export class DecaanvragenPagina {
  resultaten!: DecaanvraagItem[];
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}

export class DecaanvraagLeerling {
  id!: string;
  naam!: string;
  roepnaam!: string;
  groep?: string;
}

/** One pupil in a question. */
export class DecaanvraagRij {
  trajectId!: string;
  leerling!: DecaanvraagLeerling;
  /** The step of the traject. */
  @ApiProperty({ enum: TRAJECTSTATUSSEN })
  status!: Trajectstatus;
  /** Who has the casus: the school can call. */
  casusverantwoordelijke?: string;
  /** Only for who follows the casus. */
  casusId?: string;
  @ApiPropertyOptional({ enum: DECAANANTWOORDEN })
  antwoord?: Decaanantwoord;
  brin?: string;
  @ApiPropertyOptional({ enum: VERVOLGKEUZES })
  vervolgkeuze?: Vervolgkeuze;
  toelichting?: string;
  beantwoordOp?: Date;
  /** Date on which the school is asked again. */
  nogmaalsOp?: string;
  /** Solved without an answer, for instance by a delivery. */
  vanzelf!: boolean;
  /** What happens next, as a sentence. */
  tekst!: string;
}

export class DecaanvraagAntwoord extends DecaanvraagItem {
  /** Who can answer at the school. */
  decanen!: string[];
  /** Absent for who has numbers only. */
  rijen?: DecaanvraagRij[];
}

export const UITKOMSTEN = ['opgeslagen', 'ongewijzigd', 'geweigerd'] as const;

/** What came of one answer. */
export class DecaanantwoordUitkomst {
  trajectId?: string;
  @ApiProperty({ enum: UITKOMSTEN })
  uitkomst!: (typeof UITKOMSTEN)[number];
  /** Why it was refused. */
  code?: string;
  /** What happens next, or how to mend it. */
  tekst!: string;
}

export class DecaanantwoordenAntwoord {
  /** In the order of the request. */
  resultaten!: DecaanantwoordUitkomst[];
  decaanvraag!: DecaanvraagAntwoord;
}
