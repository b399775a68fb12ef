import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '../../platform/auth/actor.js';
import {
  CurrentActor,
  MaybeActor,
  Permission,
  PublicRoute,
} from '../../platform/auth/permission.js';
import { Idempotent } from '../../platform/http/idempotency.js';
import { IdPipe } from '../../platform/http/id-pipe.js';
import {
  AccountResponse,
  accountResponse,
  MemberResponse,
  OrganizationResponse,
  SessionResponse,
} from './dto/account.response.js';
import { CreateOrganizationDto, PutMemberDto, UpdateAccountDto } from './dto/organization.dto.js';
import { IdentityService } from './identity.service.js';

@ApiTags('identity')
@Controller()
export class IdentityController {
  constructor(private readonly identity: IdentityService) {}

  // A page asks who looks at it; that nobody is signed in is an answer and no fault.
  @Get('session')
  @PublicRoute()
  @ApiOperation({ operationId: 'getSession', summary: 'Who is signed in, if anybody' })
  @ApiOkResponse({ type: SessionResponse })
  session(@MaybeActor() actor: Actor | null): SessionResponse {
    return { account: actor && accountResponse(actor) };
  }

  @Get('me')
  @Permission('account.read')
  @ApiOperation({ operationId: 'getAccount', summary: 'The signed-in account' })
  @ApiOkResponse({ type: AccountResponse })
  account(@CurrentActor() actor: Actor): AccountResponse {
    return accountResponse(actor);
  }

  @Patch('me')
  @Permission('account.read')
  @HttpCode(204)
  @ApiOperation({ operationId: 'updateAccount', summary: 'Change the language of the account' })
  @ApiNoContentResponse()
  async updateAccount(@CurrentActor() actor: Actor, @Body() body: UpdateAccountDto): Promise<void> {
    await this.identity.setLocale(actor, body.locale);
  }

  @Post('organizations')
  @Permission('organization.create')
  @Idempotent()
  @ApiOperation({ operationId: 'createOrganization', summary: 'Create an organization' })
  @ApiCreatedResponse({ type: OrganizationResponse })
  async createOrganization(
    @CurrentActor() actor: Actor,
    @Body() body: CreateOrganizationDto,
  ): Promise<OrganizationResponse> {
    return this.identity.createOrganizationFor(actor, body);
  }

  @Get('organizations/:id/members')
  @Permission('organization.manage-members')
  @ApiOperation({ operationId: 'listMembers', summary: 'Members of an organization' })
  @ApiOkResponse({ type: [MemberResponse] })
  async members(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
  ): Promise<MemberResponse[]> {
    return this.identity.membersOf(actor, id);
  }

  @Post('organizations/:id/members')
  @Permission('organization.manage-members')
  @ApiOperation({ operationId: 'putMember', summary: 'Add a member or change a role' })
  @ApiCreatedResponse({ type: [MemberResponse] })
  async putMember(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Body() body: PutMemberDto,
  ): Promise<MemberResponse[]> {
    return this.identity.putMember(actor, id, body);
  }

  @Delete('organizations/:id/members/:userId')
  @Permission('organization.manage-members')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeMember', summary: 'Remove a member' })
  @ApiNoContentResponse()
  async removeMember(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) id: string,
    @Param('userId', IdPipe) userId: string,
  ): Promise<void> {
    await this.identity.removeMember(actor, id, userId);
  }
}
