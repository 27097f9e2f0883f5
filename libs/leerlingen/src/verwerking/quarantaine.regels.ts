/** Why matching keeps a row out, and how the school can mend it. Texts name no person and no number. */
export const REDENEN = [
  {
    reden: 'pgnVanAnder',
    kolom: 'pgn',
    ernst: 'fout',
    tekst:
      'Dit PGN hoort bij iemand met een andere naam én een andere geboortedatum. De rij is niet verwerkt. Controleer het PGN.',
  },
  {
    reden: 'pgnDubbel',
    kolom: 'pgn',
    ernst: 'fout',
    tekst: 'Dit PGN staat ook bij een ander leerlingnummer. De rij is niet verwerkt. Controleer van wie het PGN is.',
  },
  {
    reden: 'tweePgn',
    kolom: 'pgn',
    ernst: 'waarschuwing',
    tekst:
      'Dit leerlingnummer stond eerder bij een ander PGN. De rij is niet verwerkt tot duidelijk is of het om dezelfde leerling gaat. Controleer het PGN en het leerlingnummer.',
  },
  {
    reden: 'geboortedatumAnders',
    kolom: 'geboortedatum',
    ernst: 'waarschuwing',
    tekst:
      'Deze leerling stond eerder in de aanlevering met een andere geboortedatum. De rij is niet verwerkt tot duidelijk is welke datum klopt. Controleer de geboortedatum of lever het PGN mee.',
  },
];

/** Codes of the findings that say that matching kept a row out, whatever their weight. */
export const QUARANTAINECODES: readonly string[] = REDENEN.map(({ reden }) => reden);
