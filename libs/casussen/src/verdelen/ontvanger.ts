/** Somebody who can get a casus from a person. */
export interface Ontvanger {
  id: string;
  naam: string;
  openCasussen: number;
  /** Of the team in which it is largest; 0 for who is in none. */
  capaciteit: number;
  aanwezig: boolean;
  /** In a team of the asker, or the asker leads by scope and is in none. */
  inMijnTeam: boolean;
}
