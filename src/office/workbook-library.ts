/** The one file that knows which library writes workbooks. */
export { type CellStyle, type WriteSheet, writeXlsx } from 'hucre';
