import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useCodes } from '../api/codes';
import type { ListRow } from '../api/read-list';
import { useFormat } from '../i18n/format';
import { useNamed } from '../i18n/named';
import { cellOf, columnsOf, englishOf } from './list-columns';
import type { Column } from './list-columns';
import classes from './wall-list-page.module.css';

interface ListTableProps {
  path: string;
  rows: readonly ListRow[];
}

export function ListTable({ path, rows }: ListTableProps) {
  const { t } = useTranslation();
  const columns = columnsOf(path, rows);
  const textOf = useCellText();
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('wall.table')}>
      <Table striped verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.key} data-kind={column.kind}>
                {t(`column.${column.key}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            <Table.Tr key={typeof row.id === 'string' ? row.id : index}>
              {columns.map((column) => (
                <Table.Td key={column.key} data-kind={column.kind}>
                  {textOf(row, column)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function useCellText(): (row: ListRow, column: Column) => string {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const named = useNamed();
  const regions = useCodes('regions');
  return (row, column) => {
    const value = cellOf(row, column);
    if (value === null) return '—';
    switch (column.kind) {
      case 'number':
        return typeof value === 'number' ? format.number(value) : value;
      case 'name':
        return named(String(value), englishOf(row, column));
      case 'region':
        return regions.nameOf(String(value));
      case 'moment':
        return format.moment(String(value));
      case 'status': {
        // A status that has no words yet is shown as it is.
        const key = `status.${value}`;
        return i18n.exists(key) ? t(key as 'status.live') : String(value);
      }
      default:
        return String(value);
    }
  };
}
