import { ConsoleLogger } from '@nestjs/common';

/** The log of an api or worker process: lines for a person at a terminal, JSON for whatever collects a server's output. */
export function maakLogger(): ConsoleLogger {
  const voorMens = process.send !== undefined || process.stdout.isTTY;
  // 'log' tells of every route and module at each start.
  return new ConsoleLogger({ json: !voorMens, logLevels: ['warn', 'error', 'fatal'] });
}
