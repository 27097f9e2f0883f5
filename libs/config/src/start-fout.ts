/**
 * A reason why a process cannot start that its operator can mend. The message is one Dutch line that says what to do;
 * it goes to stderr without a stack and the process ends with exit code 1. It never holds a secret.
 */
export class StartFout extends Error {
  constructor(tekst: string, opties?: ErrorOptions) {
    super(tekst.replaceAll(/\s*\n\s*/g, ' '), opties);
    this.name = 'StartFout';
  }
}
