import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '../../../platform/auth/permission.js';
import { reconciliationResponse, ReconciliationResponse } from './dto/reconciliation.response.js';
import { ReconciliationService } from './reconciliation.service.js';

@ApiTags('statistics')
@Controller('statistics/reconciliation')
export class ReconciliationController {
  constructor(private readonly reconciliations: ReconciliationService) {}

  @Get()
  @Permission('statistics.reconcile')
  @ApiOperation({ operationId: 'getReconciliation', summary: 'What the newest recount found' })
  @ApiOkResponse({ type: ReconciliationResponse })
  async newest(): Promise<ReconciliationResponse> {
    return reconciliationResponse(await this.reconciliations.newest());
  }

  @Post()
  @Permission('statistics.reconcile')
  @HttpCode(200)
  @ApiOperation({ operationId: 'runReconciliation', summary: 'Count everything again now' })
  @ApiOkResponse({ type: ReconciliationResponse })
  async run(): Promise<ReconciliationResponse> {
    return reconciliationResponse(await this.reconciliations.run());
  }
}
