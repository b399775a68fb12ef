/**
 * How the tutorials do it: NestJS on Express, class-validator, a TypeORM repository with `findOne`
 * and `save`, and one BullMQ job per application. No session check, no counters, no outbox: it does
 * less than the product and promises less.
 */
import 'reflect-metadata';
import { Body, Controller, Inject, Injectable, Module, Post, ValidationPipe } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { Queue } from 'bullmq';
import { IsBoolean, IsObject, IsOptional, IsUUID } from 'class-validator';
import { Redis } from 'ioredis';
import {
  Column,
  CreateDateColumn,
  DataSource,
  Entity,
  Index,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm';

class ApplyDto {
  @IsUUID()
  jobPostingId: string;

  @IsUUID()
  applicantId: string;

  @IsOptional()
  @IsUUID()
  fairId?: string;

  @IsObject()
  answers: Record<string, string>;

  @IsBoolean()
  consent: boolean;
}

@Entity('textbook_application')
@Unique(['jobPostingId', 'applicantId'])
export class TextbookApplication {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('uuid')
  jobPostingId: string;

  @Index()
  @Column('uuid')
  applicantId: string;

  @Index()
  @Column('uuid', { nullable: true })
  fairId: string | null;

  @Column('jsonb')
  answers: Record<string, string>;

  @Column('text', { default: 'submitted' })
  status: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt: Date;
}

@Injectable()
class ApplyService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Queue) private readonly queue: Queue,
  ) {}

  async apply({ jobPostingId, applicantId, fairId, answers }: ApplyDto) {
    const repository = this.dataSource.getRepository(TextbookApplication);
    const existing = await repository.findOne({ where: { jobPostingId, applicantId } });
    if (existing) return existing;
    const application = await repository.save(
      repository.create({ jobPostingId, applicantId, fairId: fairId ?? null, answers }),
    );
    await this.queue.add('process', { applicationId: application.id }, { removeOnComplete: true });
    return application;
  }
}

@Controller('applications')
class ApplyController {
  constructor(private readonly service: ApplyService) {}

  @Post()
  apply(@Body() body: ApplyDto): Promise<TextbookApplication> {
    return this.service.apply(body);
  }
}

@Module({})
class TextbookModule {}

/** @returns the application, listening, and its port */
export async function startTextbookServer(databaseUrl: string, redisUrl: string) {
  const dataSource = await new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: [TextbookApplication],
    synchronize: true,
    extra: { max: 16 },
  }).initialize();
  const queue = new Queue('textbook', {
    connection: new Redis(redisUrl, { maxRetriesPerRequest: null }) as never,
  });
  const module = {
    module: TextbookModule,
    controllers: [ApplyController],
    providers: [
      ApplyService,
      { provide: DataSource, useValue: dataSource },
      { provide: Queue, useValue: queue },
    ],
  };
  const app = await NestFactory.create<INestApplication>(module, new ExpressAdapter(), {
    logger: false,
  });
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, transform: true }));
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  return { port, dataSource };
}
