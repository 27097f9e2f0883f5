import { IsDateString, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

/**
 * One way to search: `pgn`, or `achternaam` with `geboortedatum`, or `leerlingnummer` with `school`. In a body, so that no
 * number or name ever stands in a URL.
 */
export class ZoekVraag {
  /** BSN or onderwijsnummer, nine digits; also one that was replaced since. */
  @IsOptional()
  @Matches(/^\d{9}$/)
  pgn?: string;

  /** However it is spelled: with or without tussenvoegsel, accents, hyphen or the name of a partner. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  achternaam?: string;

  /** Date. */
  @IsOptional()
  @IsDateString({ strict: true })
  @Length(10, 10)
  geboortedatum?: string;

  /** The school's own number. */
  @IsOptional()
  @IsString()
  @MaxLength(64)
  leerlingnummer?: string;

  /** `99AA00`. */
  @IsOptional()
  @Matches(/^\d{2}[A-Z]{2}\d{2}$/)
  school?: string;
}
