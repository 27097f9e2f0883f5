import ts from 'typescript';
import type { Huisregel } from './regels.js';

export interface Bevinding {
  regel: string;
  /** 1-based. */
  lijn: number;
  tekst: string;
}

/** Judges one file by the rules that apply to its path. Parses only; types are the compiler's business. */
export function controleer(pad: string, inhoud: string, regels: Huisregel[]): Bevinding[] {
  const geldig = regels.filter((r) => r.geldtVoor(pad));
  const bron = ts.createSourceFile(pad, inhoud, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const gevonden: Bevinding[] = [];
  const meld = (regel: Huisregel, plaats: number, tekst: string | undefined): void => {
    if (tekst === undefined) return;
    gevonden.push({ regel: regel.naam, lijn: bron.getLineAndCharacterOfPosition(plaats).line + 1, tekst });
  };

  const loop = (knoop: ts.Node): void => {
    for (const regel of geldig) meld(regel, knoop.getStart(), regel.bekijk?.(knoop));
    ts.forEachChild(knoop, loop);
  };
  loop(bron);

  for (const { pos, tekst } of commentaar(bron)) {
    for (const regel of geldig) meld(regel, pos, regel.bekijkCommentaar?.(tekst));
  }
  return gevonden.sort((a, b) => a.lijn - b.lijn);
}

/** Every comment once. A comment belongs to the trivia before a token, so the tokens are walked and not the text. */
function commentaar(bron: ts.SourceFile): { pos: number; tekst: string }[] {
  const bij = new Map<number, string>();
  const neem = (bereik: ts.CommentRange[] | undefined): void => {
    for (const { pos, end } of bereik ?? []) bij.set(pos, bron.text.slice(pos, end));
  };
  const loop = (knoop: ts.Node): void => {
    const kinderen = knoop.getChildren(bron);
    if (kinderen.length === 0) {
      neem(ts.getLeadingCommentRanges(bron.text, knoop.pos));
      neem(ts.getTrailingCommentRanges(bron.text, knoop.end));
    }
    kinderen.forEach(loop);
  };
  loop(bron);
  return [...bij].map(([pos, tekst]) => ({ pos, tekst }));
}
