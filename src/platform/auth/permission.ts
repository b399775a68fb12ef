import { applyDecorators, createParamDecorator, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Actor } from './actor.js';

export const permissionKey = 'cloudfair:permission';
export const publicPermission = 'public';

/**
 * Names what a caller must be allowed to do. Every route and every socket message
 * carries this or `@PublicRoute()`; without one of them it answers nobody.
 */
export function Permission(name: string): MethodDecorator {
  return applyDecorators(SetMetadata(permissionKey, name), ApiExtension('x-permission', name));
}

/** Open to visitors who are not signed in; written down so that it is a decision. */
export function PublicRoute(): MethodDecorator {
  return applyDecorators(
    SetMetadata(permissionKey, publicPermission),
    ApiExtension('x-permission', publicPermission),
  );
}

export interface RequestWithActor {
  actor?: Actor | null;
}

/** The signed-in caller of a route that has a permission. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<RequestWithActor>().actor;
});

/** The caller of a public route: signed in or `null`. */
export const MaybeActor = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<RequestWithActor>().actor ?? null;
});
