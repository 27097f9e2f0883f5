import type { Wie } from '#kern';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** The request as the guard leaves it: with who asks, unless the route is public. */
export interface VerzoekMetWie {
  wie?: Wie;
}

/** Parameter decorator: who is asking. Only on routes that are not public. */
export const Aanvrager = createParamDecorator((_: unknown, context: ExecutionContext): Wie => {
  const { wie } = context.switchToHttp().getRequest<VerzoekMetWie>();
  if (wie === undefined) throw new Error('@Aanvrager() stands on a public route.');
  return wie;
});
