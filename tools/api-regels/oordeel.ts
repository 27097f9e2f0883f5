/** One finding, as `spectral lint -f json` prints it. */
export interface Bevinding {
  code: string;
  message: string;
  path: (string | number)[];
}

/**
 * What remains to be mended. The rule set wants https in every server URL; a trial on this machine has none, and
 * that is the only finding that is let through.
 */
export function telt(bevindingen: Bevinding[]): Bevinding[] {
  return bevindingen.filter((b) => !(b.code === 'nlgov:servers-use-https' && LOKAAL.test(b.message)));
}

const LOKAAL = /Server URL http:\/\/(127\.0\.0\.1|localhost)[:/ ]/;
