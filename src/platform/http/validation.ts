import { Injectable } from '@nestjs/common';
import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import { readInput } from './read-input.js';

/** Types that say nothing about fields: single values, and what is read elsewhere. */
const withoutFields = new Set<unknown>([String, Number, Boolean, Object, Array, Date, Buffer]);

/** Refuses unknown fields and names every wrong one with its code. */
@Injectable()
export class InputPipe implements PipeTransform<unknown, unknown> {
  transform(given: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'custom' || metatype === undefined || withoutFields.has(metatype)) return given;
    const { input, faults } = readInput(metatype, given ?? {});
    if (faults.length > 0) throw new DomainError(PlatformErrors['request.invalid'], {}, faults);
    return input;
  }
}
