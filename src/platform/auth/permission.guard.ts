import { Injectable } from '@nestjs/common';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { ActorReader } from './actor-reader.js';
import type { Actor } from './actor.js';
import { permissionKey, publicPermission } from './permission.js';
import type { RequestWithActor } from './permission.js';

/** Decides before a route runs; a route without a named permission is closed. */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithActor>();
    const needed = this.reflector.get<string | undefined>(permissionKey, context.getHandler());
    request.actor = await this.actors.read(request.headers.cookie);
    assertPermitted(request.actor, needed);
    return true;
  }
}

/** @throws DomainError `session.required` or `permission.denied` */
export function assertPermitted(actor: Actor | null, needed: string | undefined): void {
  if (needed === publicPermission) return;
  if (needed === undefined) throw new DomainError(PlatformErrors['permission.denied']);
  if (!actor) throw new DomainError(PlatformErrors['session.required']);
  if (!actor.permissions.has(needed)) throw new DomainError(PlatformErrors['permission.denied']);
}
