import { defineErrors } from '../errors/error-catalogue.js';

export const CsvErrors = defineErrors({
  'csv.file-missing': {
    category: 'invalid',
    zh: '请以 multipart/form-data 上传一个 CSV 文件',
    en: 'Upload one CSV file as multipart/form-data',
  },
  'csv.one-file': {
    category: 'invalid',
    zh: '一次只能上传一个文件，未导入任何内容',
    en: 'Upload one file at a time; nothing was imported',
  },
  'csv.upload-broken': {
    category: 'malformed',
    zh: '上传中断，未导入任何内容',
    en: 'The upload broke off; nothing was imported',
  },
  'csv.encoding-utf16': {
    category: 'invalid',
    zh: '文件是 UTF-16 编码或不是文本，请另存为 UTF-8 或 GB18030 的 CSV',
    en: 'The file is UTF-16 or no text; save it as CSV in UTF-8 or GB18030',
  },
  'csv.encoding-unknown': {
    category: 'invalid',
    zh: '文件既不是 UTF-8 也不是 GB18030 编码',
    en: 'The file is neither UTF-8 nor GB18030',
  },
  'csv.quote-open': {
    category: 'invalid',
    zh: '第 {line} 行起的引号没有闭合，整个文件未导入',
    en: 'A quote opened in line {line} is not closed; nothing was imported',
  },
  'csv.line-too-long': {
    category: 'invalid',
    zh: '第 {line} 行过长（引号可能没有闭合），整个文件未导入',
    en: 'Line {line} is too long (a quote may be open); nothing was imported',
  },
  'csv.too-many-lines': {
    category: 'too-large',
    zh: '文件超过 {most} 行，请分成多个文件',
    en: 'The file has more than {most} lines; split it',
  },
  'csv.header': {
    category: 'invalid',
    zh: '表头有误，整个文件未导入',
    en: 'The header is wrong; nothing was imported',
  },
  'csv.column-missing': {
    category: 'invalid',
    zh: '缺少此列（{title}）',
    en: 'This column is missing ({title})',
  },
  'csv.column-unknown': {
    category: 'invalid',
    zh: '不认识的列',
    en: 'Unknown column',
  },
  'csv.column-repeated': {
    category: 'invalid',
    zh: '此列出现了多次',
    en: 'This column appears more than once',
  },
  'csv.cell-count': {
    category: 'invalid',
    zh: '应有 {expected} 个单元格，实际 {actual} 个',
    en: 'Expected {expected} cells, found {actual}',
  },
  'csv.list': {
    category: 'invalid',
    zh: '最多 {most} 项，每项最多 {length} 字，用分号隔开',
    en: 'Up to {most} entries of up to {length} characters, parted by semicolons',
  },
  'csv.line-repeated': {
    category: 'invalid',
    zh: '与第 {line} 行重复',
    en: 'Repeats line {line}',
  },
});
