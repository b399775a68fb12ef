import { Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { DomainError } from '../errors/domain-error.js';
import type { ErrorParameters, FieldFault } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';

/** Refuses unknown fields and names every wrong one with its code. */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      validationError: { target: false, value: false },
      exceptionFactory: (errors) =>
        new DomainError(PlatformErrors['request.invalid'], {}, faultsOf(errors)),
    });
  }
}

/** Flattens nested class-validator errors into paths such as `questions.0.text`. */
export function faultsOf(errors: readonly ValidationError[], path = ''): FieldFault[] {
  return errors.flatMap((error) => {
    const field = path === '' ? error.property : `${path}.${error.property}`;
    const own = Object.keys(error.constraints ?? {}).map((name) => faultOf(error, name, field));
    return [...own, ...faultsOf(error.children ?? [], field)];
  });
}

function faultOf(error: ValidationError, constraint: string, field: string): FieldFault {
  if (constraint === 'whitelistValidation') return { field, code: 'field.unknown' };
  const context = error.contexts?.[constraint] as
    { code?: string; parameters?: ErrorParameters } | undefined;
  return {
    field,
    code: context?.code ?? 'field.invalid',
    ...(context?.parameters ? { parameters: context.parameters } : {}),
  };
}
