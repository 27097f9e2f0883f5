import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export const DOELGROEPEN_OP_DATUM = ['leerplicht', 'kwalificatieplicht', 'doorstroompunt', 'geen'] as const;
export const INSCHRIJVINGSTATUSSEN = [
  'aangemeld',
  'intakeGepland',
  'overeenkomstAangeboden',
  'ingeschreven',
  'afgewezen',
  'ingetrokken',
  'nietVerschenen',
  'uitgeschreven',
] as const;

/** Under which number a school knows a youngster. */
export class LeerlingSchool {
  /** `99AA00`. */
  school!: string;
  schoolNaam!: string;
  leerlingnummer!: string;
}

export const CONTACTSOORTEN = ['leerling', 'ouder1', 'ouder2'] as const;
export const GEZAG = ['ja', 'nee', 'onbekend'] as const;

/** How to reach a candidate or a parent, as the school delivered it. What is not there is absent. */
export class ContactAntwoord {
  @ApiProperty({ enum: CONTACTSOORTEN })
  soort!: (typeof CONTACTSOORTEN)[number];
  naam?: string;
  /** With the country in front: +31612345678. */
  telefoon?: string;
  email?: string;
  /** Whether this parent has authority over the youngster. */
  @ApiPropertyOptional({ enum: GEZAG })
  gezag?: (typeof GEZAG)[number];
}

/** A youngster. What the asker may not see is absent; a PGN is never in it. */
export class LeerlingAntwoord {
  /** Of the youngster now: another than was asked when that one was merged into this one (`samengevoegdUit`). */
  id!: string;
  /** The id that was asked, of a record that was merged into this one. */
  samengevoegdUit?: string;
  naam!: string;
  roepnaam!: string;
  voorvoegsel?: string;
  achternaam!: string;
  /** Date. */
  geboortedatum!: string;
  /** M, V, X or O. */
  geslacht?: string;
  /** Absent with a secret address, but for who holds the casus and for the own school. So are woongemeente and scholen. */
  postcode?: string;
  /** CBS code, four digits. */
  woongemeente?: string;
  /** The school did not say where the youngster lives: woongemeente is that of the school. */
  woongemeenteAfgeleid?: boolean;
  adresGeheim!: boolean;
  /** Linked over schools by name, date of birth and postcode, without a PGN. */
  afgeleid!: boolean;
  /** The newest delivery held a row of this youngster with a mistake: there, this is what was known before. Of rows that the asker may see. */
  nietBevestigd!: boolean;
  /** Today, by law; for who works on casussen. */
  @ApiPropertyOptional({ enum: DOELGROEPEN_OP_DATUM })
  doelgroep?: (typeof DOELGROEPEN_OP_DATUM)[number];
  /** For a school only itself. */
  scholen?: LeerlingSchool[];
  /** Only for one youngster, not in a search. For a school what it delivered itself; empty with a secret address, but for who holds the casus. */
  contacten?: ContactAntwoord[];
}

/** What a search found, at most 50. */
export class ZoekResultaat {
  resultaten!: LeerlingAntwoord[];
  /** Always null: more than one page of hits means that the question was too wide. */
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}

/** An enrolment or an application. What the asker may not see is absent. */
export class InschrijvingAntwoord {
  id!: string;
  /** Absent with a secret address, but for who holds the casus and for the own school. So is all that names a school or a course. */
  school?: string;
  schoolNaam?: string;
  leerlingnummer?: string;
  opleidingscode?: string;
  opleiding?: string;
  groep?: string;
  onderwijssoort!: string;
  leerweg?: string;
  niveau?: number;
  leerjaar?: number;
  @ApiProperty({ enum: INSCHRIJVINGSTATUSSEN })
  status!: (typeof INSCHRIJVINGSTATUSSEN)[number];
  /** The status follows from the row being gone from a full delivery. */
  statusAfgeleid!: boolean;
  statusDatum!: string;
  begindatum!: string;
  einddatum?: string;
  /** Date of the first day present. */
  verschenenOp?: string;
  bijzonderheid?: string;
  /** Candidate, as last delivered. */
  examenkandidaat!: boolean;
  /** Peildatum of the newest delivery that held it. */
  gezienDatum!: string;
  /** Peildatum of the full delivery that no longer held it. */
  verdwenenDatum?: string;
  /** The newest delivery held it with a mistake: this is what was known before. */
  nietBevestigd!: boolean;
}

/** All enrolments and applications that the asker may see, newest begindatum first. */
export class InschrijvingenPagina {
  resultaten!: InschrijvingAntwoord[];
  /** Always null: nobody has more than a handful. */
  @ApiProperty({ type: String, nullable: true })
  volgende!: string | null;
}
