/** A table that people take away: a heading for each column, and texts. */
export interface Sheet {
  /** What the sheet is called inside a workbook, at most 31 characters. */
  name: string;
  columns: readonly { heading: string; /** In characters. */ width: number }[];
  rows: readonly (readonly string[])[];
}
