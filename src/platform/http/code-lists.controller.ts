import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { PublicRoute } from '../auth/permission.js';
import { DomainError } from '../errors/domain-error.js';
import { PlatformErrors } from '../errors/platform.errors.js';
import type { CodeList } from '../codes/code-list.js';
import { industries } from '../codes/industries.js';
import { occupations } from '../codes/occupations.js';
import { regions } from '../codes/regions.js';
import { CodeListResponse } from './code-list.response.js';

const lists = new Map<string, CodeList>([
  ['industries', industries],
  ['occupations', occupations],
  ['regions', regions],
]);

@ApiTags('codes')
@Controller('codes')
export class CodeListsController {
  @Get(':list')
  @PublicRoute()
  @Header('cache-control', 'public, max-age=86400')
  @ApiOperation({ operationId: 'listCodes', summary: 'A published code list with its names' })
  @ApiParam({ name: 'list', enum: [...lists.keys()] })
  @ApiOkResponse({ type: CodeListResponse })
  list(@Param('list') name: string): CodeListResponse {
    const list = lists.get(name);
    if (!list) throw new DomainError(PlatformErrors['resource.not-found']);
    return { items: [...list.codes] };
  }
}
