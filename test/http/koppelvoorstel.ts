/** Evidence as matching writes it, two fields of it about where someone lives and one about the school. */
export const BEWIJS = [
  { veld: 'achternaam', oordeel: 'gelijk', punten: 300 },
  { veld: 'postcode', oordeel: 'anders', punten: -50 },
  { veld: 'woongemeente', oordeel: 'gelijk', punten: 20 },
  { veld: 'school', oordeel: 'anders', punten: 0 },
];

export interface Voorstel {
  id: string;
  status: string;
  versie: number;
  leerling: { id: string; naam?: string; voorlopig: boolean };
  kandidaat: { id: string; naam?: string };
  score?: number;
  school?: string;
  velden: { veld: string; punten?: number }[];
}
export interface Lijst {
  resultaten: Voorstel[];
  volgende: string | null;
}
export interface Probleem {
  code: string;
  huidig?: Voorstel;
}
