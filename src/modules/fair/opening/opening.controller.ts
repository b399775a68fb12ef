import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/auth/actor.js';
import { MaybeActor, PublicRoute } from '../../../platform/auth/permission.js';
import { IdPipe } from '../../../platform/http/id-pipe.js';
import { OpeningListQuery } from './dto/opening.dto.js';
import { FairOpeningPage, fairOpeningResponse } from './dto/opening.response.js';
import { OpeningService } from './opening.service.js';

@ApiTags('fairs')
@Controller('fairs/:id/job-postings')
export class OpeningController {
  constructor(private readonly openings: OpeningService) {}

  @Get()
  @PublicRoute()
  @ApiOperation({ operationId: 'listFairJobPostings', summary: 'The openings of a fair' })
  @ApiOkResponse({ type: FairOpeningPage })
  async list(
    @MaybeActor() actor: Actor | null,
    @Param('id', IdPipe) fairId: string,
    @Query() query: OpeningListQuery,
  ): Promise<FairOpeningPage> {
    const page = await this.openings.list(actor, fairId, query);
    return { ...page, items: page.items.map(fairOpeningResponse) };
  }
}
