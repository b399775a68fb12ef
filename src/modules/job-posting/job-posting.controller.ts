import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../platform/auth/actor.js';
import {
  CurrentActor,
  MaybeActor,
  Permission,
  PublicRoute,
} from '../../platform/auth/permission.js';
import { ExpectedVersion } from '../../platform/http/expected-version.js';
import { IdPipe } from '../../platform/http/id-pipe.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import {
  CreateJobPostingDto,
  editedJobPosting,
  EditJobPostingDto,
  JobPostingListQuery,
  MoveJobPostingDto,
  newJobPosting,
} from './dto/job-posting.dto.js';
import {
  JobPostingPage,
  JobPostingResponse,
  jobPostingResponse,
  jobPostingSummary,
} from './dto/job-posting.response.js';
import { JobPostingDeskService } from './job-posting-desk.service.js';
import { JobPostingReviewService } from './job-posting-review.service.js';
import { JobPostingService } from './job-posting.service.js';
import type { ReadJobPosting } from './job-posting.service.js';

@ApiTags('job-postings')
@Controller('job-postings')
export class JobPostingController {
  constructor(
    private readonly jobPostings: JobPostingService,
    private readonly desk: JobPostingDeskService,
    private readonly review: JobPostingReviewService,
  ) {}

  @Get()
  @PublicRoute()
  @ApiOperation({
    operationId: 'listJobPostings',
    summary: 'Open postings, newest first; reviewers see all, members also those of their company',
  })
  @ApiOkResponse({ type: JobPostingPage })
  async list(
    @MaybeActor() actor: Actor | null,
    @Query() { scope, ...filter }: JobPostingListQuery,
  ): Promise<JobPostingPage> {
    const page = await this.jobPostings.list(actor, { ...filter, mine: scope === 'mine' });
    return { ...page, items: page.items.map(jobPostingSummary) };
  }

  @Post()
  @Permission('job-posting.edit')
  @Idempotent()
  @ApiOperation({
    operationId: 'createJobPosting',
    summary: 'Write a draft for a verified company of the caller',
  })
  @ApiCreatedResponse({ type: JobPostingResponse })
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateJobPostingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobPostingResponse> {
    return answer(reply, await this.desk.create(actor, body.companyId, newJobPosting(body)));
  }

  @Get(':id')
  @PublicRoute()
  @ApiOperation({ operationId: 'getJobPosting', summary: 'One posting; ETag is its version' })
  @ApiOkResponse({ type: JobPostingResponse })
  async read(
    @MaybeActor() actor: Actor | null,
    @Param('id', IdPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobPostingResponse> {
    return answer(reply, await this.jobPostings.read(actor, id));
  }

  @Patch(':id')
  @Permission('job-posting.edit')
  @ApiOperation({
    operationId: 'editJobPosting',
    summary: 'Change a posting; what was reviewed is reviewed again',
  })
  @ApiHeader({ name: 'If-Match', required: true, schema: { type: 'string' } })
  @ApiOkResponse({ type: JobPostingResponse })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @ExpectedVersion() version: number,
    @Body() body: EditJobPostingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobPostingResponse> {
    return answer(reply, await this.desk.edit(actor, id, version, editedJobPosting(body)));
  }

  // Every account may come here; each step asks for job-posting.edit or job-posting.review of its own.
  @Post(':id/transitions')
  @Permission('account.read')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'moveJobPosting',
    summary: 'Take a posting to another status, as its company or as a reviewer',
  })
  @ApiOkResponse({ type: JobPostingResponse })
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: MoveJobPostingDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JobPostingResponse> {
    return answer(reply, await this.review.move(actor, id, body));
  }
}

function answer(reply: FastifyReply, { posting, seesInside }: ReadJobPosting): JobPostingResponse {
  void reply.header('etag', `"${posting.version}"`);
  return jobPostingResponse(posting, seesInside);
}
