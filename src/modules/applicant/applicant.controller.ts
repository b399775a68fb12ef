import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../platform/auth/actor.js';
import { CurrentActor, Permission } from '../../platform/auth/permission.js';
import { ApplicantService } from './applicant.service.js';
import { applicantContent, PutApplicantProfileDto } from './dto/applicant.dto.js';
import { ApplicantProfileResponse, applicantProfileResponse } from './dto/applicant.response.js';

@ApiTags('applicants')
@Controller('me/applicant-profile')
export class ApplicantController {
  constructor(private readonly applicants: ApplicantService) {}

  @Get()
  @Permission('applicant.profile')
  @ApiOperation({ operationId: 'getApplicantProfile', summary: 'The profile of the caller' })
  @ApiOkResponse({ type: ApplicantProfileResponse })
  async read(@CurrentActor() actor: Actor): Promise<ApplicantProfileResponse> {
    return applicantProfileResponse(await this.applicants.read(actor));
  }

  @Put()
  @Permission('applicant.profile')
  @ApiOperation({
    operationId: 'putApplicantProfile',
    summary: 'Replace the profile of the caller',
  })
  @ApiOkResponse({ type: ApplicantProfileResponse })
  async put(
    @CurrentActor() actor: Actor,
    @Body() body: PutApplicantProfileDto,
  ): Promise<ApplicantProfileResponse> {
    return applicantProfileResponse(await this.applicants.put(actor, applicantContent(body)));
  }
}
