import { createParamDecorator } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Locale } from '../errors/domain-error.js';

/** English only when it is preferred to Chinese; this is a Chinese public service. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const asked = (acceptLanguage ?? '').toLowerCase().split(',').map(preferenceOf);
  const best = asked
    .filter(({ language, quality }) => /^(zh|en)\b/.test(language) && quality > 0)
    .reduce((one, other) => (other.quality > one.quality ? other : one), nothingAsked);
  return best.language.startsWith('en') ? 'en' : 'zh-CN';
}

const nothingAsked = { language: '', quality: 0 };

/** RFC 9110, 12.5.4: `en;q=0.8`; without a quality it is 1. */
function preferenceOf(part: string): typeof nothingAsked {
  const [language = '', ...parameters] = part.split(';').map((text) => text.trim());
  const quality = parameters.find((text) => text.startsWith('q='))?.slice(2);
  return { language, quality: quality === undefined ? 1 : Number(quality) || 0 };
}

/** The language that the caller asks for. */
export const RequestLocale = createParamDecorator((_: unknown, context: ExecutionContext): Locale =>
  localeOf(context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language']),
);
