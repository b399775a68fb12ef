import { Injectable } from '@nestjs/common';
import type { PipeTransform } from '@nestjs/common';
import { DomainError } from '../../../../platform/errors/domain-error.js';
import { PlatformErrors } from '../../../../platform/errors/platform.errors.js';

/** A place that cannot exist answers like one that does not exist. */
@Injectable()
export class SeqPipe implements PipeTransform<string, number> {
  transform(value: string): number {
    if (!/^[1-9]\d{0,14}$/.test(value)) throw new DomainError(PlatformErrors['resource.not-found']);
    return Number(value);
  }
}
