import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/auth/actor.js';
import { FigureService } from '../figure.service.js';
import { StatisticsAccess } from '../statistics-access.js';
import { scopeId, scopeName } from '../statistics.rules.js';
import type { FigureSet, Scope } from '../statistics.rules.js';
import type { WallFrame } from '../statistics.socket-events.js';
import { WallPicture } from './wall-picture.js';

/**
 * What the walls of this process show. Thousands may look at one wall: its figures are taken once
 * a second for all of them, and a newcomer gets the picture that the others have.
 */
@Injectable()
export class WallService {
  private readonly pictures = new Map<string, WallPicture>();

  constructor(
    private readonly figures: FigureService,
    private readonly access: StatisticsAccess,
  ) {}

  /** @throws DomainError `resource.not-found` for a fair that is not public */
  async admit(actor: Actor | null, scope: Scope): Promise<void> {
    await this.access.assertPublic(actor, scope);
  }

  /** The present figures; those who ask within one second share an answer. */
  async present(scope: Scope): Promise<WallFrame> {
    const set = await this.pictureOf(scope).present(() => this.figures.takeOne(scope));
    return frameOf(set);
  }

  /** The scopes that somebody looked at since the last `forget`. */
  get watched(): readonly Scope[] {
    return [...this.pictures.values()].map((picture) => picture.scope);
  }

  forget(scope: Scope): void {
    this.pictures.delete(scopeName(scope));
  }

  /** Takes the figures of all these scopes at once. @returns those worth a frame */
  async refresh(scopes: readonly Scope[]): Promise<WallFrame[]> {
    if (scopes.length === 0) return [];
    const beganAt = performance.now();
    const sets = await this.figures.take(scopes);
    return sets.flatMap((set) => this.pictureOf(set.scope).frame(set, beganAt) ?? []).map(frameOf);
  }

  private pictureOf(scope: Scope): WallPicture {
    const name = scopeName(scope);
    const known = this.pictures.get(name);
    if (known) return known;
    const picture = new WallPicture(scope);
    this.pictures.set(name, picture);
    return picture;
  }
}

function frameOf({ scope, takenAt, figures }: FigureSet): WallFrame {
  return {
    scope: scope.kind === 'fair' ? 'fair' : 'season',
    id: scopeId(scope),
    takenAt: takenAt.toISOString(),
    figures,
  };
}
