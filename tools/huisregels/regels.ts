import ts from 'typescript';

/** What oxlint can't see. Each rule looks at one parsed file and reports the place and what to do instead. */
export interface Huisregel {
  naam: string;
  /** Which files it judges; paths are relative to the root, with forward slashes. */
  geldtVoor(pad: string): boolean;
  /** Called for every node; the message says what to do, undefined means fine. */
  bekijk?(knoop: ts.Node): string | undefined;
  /** Called for every comment. */
  bekijkCommentaar?(tekst: string): string | undefined;
}

const proef = (pad: string): boolean => /\.spec\.ts$|^(test|tools|bench)\/|^libs\/[^/]+\/src\/test(\/|\.ts$)/.test(pad);

const geenEnum: Huisregel = {
  naam: 'geen-enum',
  geldtVoor: () => true,
  bekijk: (knoop) =>
    ts.isEnumDeclaration(knoop)
      ? 'Use a union type: an enum is a second name for each value, and has code of its own.'
      : undefined,
};

const geenDubbeleCast: Huisregel = {
  naam: 'geen-dubbele-cast',
  geldtVoor: () => true,
  bekijk: (knoop) =>
    ts.isAsExpression(knoop) &&
    ts.isAsExpression(knoop.expression) &&
    knoop.expression.type.kind === ts.SyntaxKind.UnknownKeyword
      ? 'as unknown as switches the compiler off: check the value, or give the source the right type.'
      : undefined,
};

/** Texts that only a database understands; a Dutch or English sentence does not match. */
const SQL =
  /^\s*(?:select\s[\s\S]*?\bfrom\b|select\s+[\w.]+\s*\(|insert\s+into\s|update\s+"?[\w.]+"?\s+(as\s+\w+\s+|\w+\s+)?set\s|delete\s+from\s|with\s+(recursive\s+)?\w+\s*(\([^)]*\)\s*)?as\s+(not\s+|materialized\s+|not\s+materialized\s+)?\(|merge\s+into\s|truncate\s|lock\s+table\s|copy\s+"?[\w.]+"?\s*(\(|from\b|to\b)|(create|alter|drop)\s+(unlogged\s+|temp\s+|temporary\s+|unique\s+)*(table|index|function|view|role|schema|database|sequence|policy|trigger)\s)/i;

/** «Select a file from …»: a sentence for people. */
const ZIN = /^\s*[A-Z][a-z]/;

/** The text of a literal; of a template with values only its own words. */
function tekstVan(knoop: ts.Node): string | undefined {
  if (ts.isStringLiteral(knoop) || ts.isNoSubstitutionTemplateLiteral(knoop)) return knoop.text;
  if (!ts.isTemplateExpression(knoop)) return undefined;
  return [knoop.head.text, ...knoop.templateSpans.map((s) => s.literal.text)].join(' ');
}

const SQL_MAG = /\.(repository|vragen|leesmodel|sql)\.ts$|(^|\/)migraties\/|^libs\/database\/src\//;

const sqlOpZijnPlek: Huisregel = {
  naam: 'sql-op-zijn-plek',
  geldtVoor: (pad) => !proef(pad) && !SQL_MAG.test(pad),
  bekijk: (knoop) => {
    const tekst = tekstVan(knoop);
    return tekst !== undefined && SQL.test(tekst) && !ZIN.test(tekst)
      ? 'SQL lives in *.repository.ts, *.vragen.ts, *.leesmodel.ts, *.sql.ts and migrations.'
      : undefined;
  },
};

/** Leases, back-off, the logboek and waiting for a process always follow the real clock. */
const ECHTE_TIJD =
  /^libs\/((kern|config)\/src\/klok\.ts$|config\/src\/levensloop\.ts$|(wachtrij|logboek)\/|database\/src\/embedded\/)|^apps\/cli\/src\/(start|aanleveren)\//;

const klokVanBuiten: Huisregel = {
  naam: 'klok-van-buiten',
  geldtVoor: (pad) => !proef(pad) && !ECHTE_TIJD.test(pad),
  bekijk: (knoop) => {
    const datum =
      ts.isNewExpression(knoop) && knoop.expression.getText() === 'Date' && (knoop.arguments?.length ?? 0) === 0;
    const nu = ts.isCallExpression(knoop) && knoop.expression.getText() === 'Date.now';
    return datum || nu
      ? 'Ask Klok: nu() and vandaag() follow the test clock, echteTijd() is for leases and tokens.'
      : undefined;
  },
};

const uitzonderingMetReden: Huisregel = {
  naam: 'uitzondering-met-reden',
  geldtVoor: () => true,
  bekijkCommentaar: (tekst) =>
    /(ox|es)lint-disable|@ts-expect-error|prettier-ignore/.test(tekst) &&
    !/(-- |@ts-expect-error:? |prettier-ignore:? ?-- )\S.{8,}/.test(tekst)
      ? 'An escape from the checker needs its reason beside it: `-- because …`.'
      : undefined,
};

const geenRestjes: Huisregel = {
  naam: 'geen-restjes',
  geldtVoor: () => true,
  bekijkCommentaar: (tekst) =>
    /\b(TODO|FIXME|HACK|XXX)\b/.test(tekst)
      ? 'Do it now, or write an issue: nobody comes back for a remark in the code.'
      : undefined,
};

export const HUISREGELS: Huisregel[] = [
  geenEnum,
  geenDubbeleCast,
  sqlOpZijnPlek,
  klokVanBuiten,
  uitzonderingMetReden,
  geenRestjes,
];
