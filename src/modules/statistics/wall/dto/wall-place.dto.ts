import { DomainError } from '../../../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../../../platform/errors/platform.errors.js';
import { Choice, Id } from '../../../../platform/http/fields.js';
import { fairScope, season } from '../../statistics.rules.js';
import type { Scope } from '../../statistics.rules.js';

export class WallPlaceDto {
  @Choice(['season', 'fair'])
  scope: 'season' | 'fair';

  /** The fair. */
  @Id({ optional: true, nullable: true })
  id?: string | null;
}

/** @throws DomainError `request.invalid` for a fair without its id */
export function scopeOfPlace({ scope, id }: WallPlaceDto): Scope {
  if (scope === 'season') return season;
  if (!id) {
    throw new DomainError(PlatformErrors['request.invalid'], {}, [
      { field: 'id', code: PlatformErrors['field.required'] },
    ]);
  }
  return fairScope(id.toLowerCase());
}
