import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Actor } from '../../../platform/auth/actor.js';
import {
  CurrentActor,
  MaybeActor,
  Permission,
  PublicRoute,
} from '../../../platform/auth/permission.js';
import { IdPipe } from '../../../platform/http/id-pipe.js';
import { Idempotent } from '../../../platform/http/idempotency.js';
import { AgendaService } from './agenda.service.js';
import {
  AddAgendaItemDto,
  editedAgendaItem,
  EditAgendaItemDto,
  newAgendaItem,
} from './dto/agenda.dto.js';
import { agendaItemResponse, AgendaItemResponse, AgendaPage } from './dto/agenda.response.js';

@ApiTags('fairs')
@Controller('fairs/:id')
export class AgendaController {
  constructor(private readonly agenda: AgendaService) {}

  @Get('agenda')
  @PublicRoute()
  @ApiOperation({ operationId: 'listAgenda', summary: 'What happens when during a fair' })
  @ApiOkResponse({ type: AgendaPage })
  async list(
    @MaybeActor() actor: Actor | null,
    @Param('id', IdPipe) fairId: string,
  ): Promise<AgendaPage> {
    const items = await this.agenda.list(actor, fairId);
    return { items: items.map(agendaItemResponse), nextCursor: null };
  }

  @Post('agenda-items')
  @Permission('fair.manage')
  @Idempotent()
  @ApiOperation({ operationId: 'addAgendaItem', summary: 'Add an item to the agenda' })
  @ApiCreatedResponse({ type: AgendaItemResponse })
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) fairId: string,
    @Body() body: AddAgendaItemDto,
  ): Promise<AgendaItemResponse> {
    return agendaItemResponse(await this.agenda.add(actor, fairId, newAgendaItem(body)));
  }

  @Patch('agenda-items/:itemId')
  @Permission('fair.manage')
  @ApiOperation({ operationId: 'editAgendaItem', summary: 'Change an item of the agenda' })
  @ApiOkResponse({ type: AgendaItemResponse })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) fairId: string,
    @Param('itemId', IdPipe) itemId: string,
    @Body() body: EditAgendaItemDto,
  ): Promise<AgendaItemResponse> {
    const item = await this.agenda.edit(actor, fairId, itemId, editedAgendaItem(body));
    return agendaItemResponse(item);
  }

  @Delete('agenda-items/:itemId')
  @Permission('fair.manage')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeAgendaItem', summary: 'Take an item off the agenda' })
  @ApiNoContentResponse()
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', IdPipe) fairId: string,
    @Param('itemId', IdPipe) itemId: string,
  ): Promise<void> {
    await this.agenda.remove(actor, fairId, itemId);
  }
}
