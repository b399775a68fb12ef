import { Global, Module } from '@nestjs/common';
import { CsvImporter } from './csv-importer.js';
import { CsvImports } from './csv-imports.js';

@Global()
@Module({ providers: [CsvImporter, CsvImports], exports: [CsvImporter, CsvImports] })
export class CsvModule {}
