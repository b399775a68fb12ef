import { Global, Module } from '@nestjs/common';
import type { OnModuleInit } from '@nestjs/common';
import { PeriodicTasks } from '../queue/periodic-tasks.js';
import { CsvImporter } from './csv-importer.js';
import { CsvImports } from './csv-imports.js';

@Global()
@Module({ providers: [CsvImporter, CsvImports], exports: [CsvImporter, CsvImports] })
export class CsvModule implements OnModuleInit {
  constructor(
    private readonly imports: CsvImports,
    private readonly periodicTasks: PeriodicTasks,
  ) {}

  onModuleInit(): void {
    this.periodicTasks.register({
      name: 'csv.forget-items',
      everySeconds: 3_600,
      run: () => this.imports.forgetItems(),
    });
  }
}
