import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { ApiPropertyOptions } from '@nestjs/swagger';
import { isId } from '../ids/new-id.js';
import { characters } from './characters.js';
import { declareField } from './read-input.js';
import type { InputField } from './read-input.js';

export interface FieldOptions {
  readonly optional?: boolean;
  /** `null` is a value of its own: it empties the field. */
  readonly nullable?: boolean;
}

interface FieldRule extends InputField {
  readonly documentation: ApiPropertyOptions;
}

/** One decorator says the check, its localized error and the documentation of a field. */
function field({ documentation, ...rule }: FieldRule, options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      ...documentation,
      required: !options.optional,
      nullable: options.nullable ?? false,
    } as ApiPropertyOptions),
    (prototype: object, name: string | symbol) =>
      declareField(prototype, String(name), { ...rule, ...options }),
  );
}

// Postgres text cannot hold NUL, and lone surrogates do not survive UTF-8.
function isStorableText(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('\u0000') && value.isWellFormed();
}

/** Text of `least` to `most` characters; white space at the ends is taken off. */
export function Text(least: number, most: number, options: FieldOptions = {}): PropertyDecorator {
  return field(
    {
      code: 'field.length',
      parameters: { least, most },
      convert: trimmed,
      check: (value) => isStorableText(value) && isWithin(characters(value), least, most),
      documentation: { type: String, minLength: least, maxLength: most },
    },
    options,
  );
}

function isWithin(length: number, least: number, most: number): boolean {
  return length >= least && length <= most;
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

/** Text in one exact form, such as a code or a phone number. */
export function Pattern(pattern: RegExp, options: FieldOptions = {}): PropertyDecorator {
  return field(
    {
      code: 'field.format',
      check: (value) => isStorableText(value) && pattern.test(value),
      documentation: { type: String, pattern: pattern.source },
    },
    options,
  );
}

/** Digits, at least five of them, and what people put between them. */
export const phonePattern = /^(?=(?:\D*\d){5})[0-9+() -]{5,30}$/;

/** A whole number within bounds; texts from a query string count when they are one. */
export function WholeNumber(
  least: number,
  most: number,
  options: FieldOptions = {},
): PropertyDecorator {
  return field(
    {
      code: 'field.range',
      parameters: { least, most },
      convert: asNumber,
      check: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
      documentation: { type: 'integer', minimum: least, maximum: most },
    },
    options,
  );
}

function asNumber(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value;
}

export function Choice(choices: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(
    {
      code: 'field.choice',
      parameters: { choices: choices.join(', ') },
      check: (value) => typeof value === 'string' && choices.includes(value),
      documentation: { type: String, enum: [...choices] },
    },
    options,
  );
}

/** As Postgres writes it: an id that is compared with one that was read is the same text. */
function asId(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

export function Id(options: FieldOptions = {}): PropertyDecorator {
  return field(
    {
      code: 'field.format',
      convert: asId,
      check: isId,
      documentation: { type: String, format: 'uuid' },
    },
    options,
  );
}

/** A moment as ISO 8601 with a zone, for example `2026-03-01T09:00:00+08:00`. */
export function Instant(options: FieldOptions = {}): PropertyDecorator {
  return field(
    {
      code: 'field.format',
      check: isInstant,
      documentation: { type: String, format: 'date-time' },
    },
    options,
  );
}

const instantPattern =
  /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

export function isInstant(value: unknown): value is string {
  const parts = typeof value === 'string' ? instantPattern.exec(value) : null;
  if (parts === null || Number.isNaN(Date.parse(parts[0]))) return false;
  // JavaScript takes 30 February for 2 March.
  const [, year, month, day] = parts.map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).getUTCDate() === day;
}

export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field(
    {
      code: 'field.type',
      check: (value) => typeof value === 'boolean',
      documentation: { type: Boolean },
    },
    options,
  );
}

/** The box that must be ticked, such as consent. */
export function MustBeTrue(): PropertyDecorator {
  return field(
    {
      code: 'field.required',
      check: (value) => value === true,
      documentation: { type: Boolean, enum: [true] },
    },
    {},
  );
}

/** Up to `most` texts of up to `length` characters each. */
export function TextList(
  most: number,
  length: number,
  options: FieldOptions = {},
): PropertyDecorator {
  return field(
    {
      code: 'field.invalid',
      check: (value) =>
        Array.isArray(value) &&
        value.length <= most &&
        value.every((entry) => isStorableText(entry) && isWithin(characters(entry), 1, length)),
      documentation: { type: [String], maxItems: most },
    },
    options,
  );
}

export function IdList(most: number, options: FieldOptions = {}): PropertyDecorator {
  return field(
    {
      code: 'field.invalid',
      convert: (value) => (Array.isArray(value) ? value.map(asId) : value),
      check: (value) => Array.isArray(value) && value.length <= most && value.every(isId),
      documentation: { type: [String], maxItems: most },
    },
    options,
  );
}

/** Free keys with text values, such as answers by question id. */
export function TextMap(
  most: number,
  length: number,
  options: FieldOptions = {},
): PropertyDecorator {
  return field(
    {
      code: 'field.invalid',
      check: (value) => isTextMap(value, most, length),
      documentation: {
        type: 'object',
        additionalProperties: { type: 'string', maxLength: length },
      } as ApiPropertyOptions,
    },
    options,
  );
}

function isTextMap(value: unknown, most: number, length: number): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length <= most &&
    entries.every(
      ([key, text]) => key.length <= 64 && isStorableText(text) && characters(text) <= length,
    )
  );
}

/** A list of nested objects, each validated by its own class. */
export function NestedList(
  type: () => new () => object,
  most: number,
  options: FieldOptions = {},
): PropertyDecorator {
  return field(
    {
      code: 'field.invalid',
      check: (value) => Array.isArray(value) && value.length <= most,
      itemType: type,
      documentation: { type: [type()] as never, maxItems: most },
    },
    options,
  );
}
