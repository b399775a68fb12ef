import { Controller, Headers, HttpCode, Ip, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/auth/actor.js';
import { MaybeActor, PublicRoute } from '../../../platform/auth/permission.js';
import { IdPipe } from '../../../platform/http/id-pipe.js';
import { VisitService } from './visit.service.js';

@ApiTags('fairs')
@Controller('fairs/:id/visits')
export class VisitController {
  constructor(private readonly visits: VisitService) {}

  @Post()
  @PublicRoute()
  @HttpCode(204)
  @ApiOperation({ operationId: 'recordFairVisit', summary: 'Somebody looks at a page of the fair' })
  @ApiNoContentResponse()
  async record(
    @MaybeActor() actor: Actor | null,
    @Param('id', IdPipe) fairId: string,
    @Ip() address: string,
    @Headers('user-agent') browser: string | undefined,
  ): Promise<void> {
    await this.visits.record(actor, fairId, { address, browser: browser ?? '' });
  }
}
