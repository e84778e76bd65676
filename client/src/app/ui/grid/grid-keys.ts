/** A cell of a grid; column -1 is the head of the row. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export interface GridMove {
  readonly key: string;
  /** With the control or the command key. */
  readonly far: boolean;
}

/**
 * Where the focus goes, as the ARIA grid pattern says: arrows by cell, Home and End within the row, with Control to the first and last
 * cell, Page Up and Down by as many rows as are seen.
 * @returns null where the key means nothing here, or leads nowhere
 */
export function moveInGrid(
  size: { readonly rows: number; readonly columns: number },
  { row, column }: GridPlace,
  { key, far }: GridMove,
  page: number,
): GridPlace | null {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const to = (nextRow: number, nextColumn: number): GridPlace | null => {
    const place = {
      row: Math.max(0, Math.min(lastRow, nextRow)),
      column: Math.max(-1, Math.min(lastColumn, nextColumn)),
    };
    return lastRow < 0 || (place.row === row && place.column === column) ? null : place;
  };
  switch (key) {
    case 'ArrowRight':
      return to(row, far ? lastColumn : column + 1);
    case 'ArrowLeft':
      return to(row, far ? -1 : column - 1);
    case 'ArrowDown':
      return to(far ? lastRow : row + 1, column);
    case 'ArrowUp':
      return to(far ? 0 : row - 1, column);
    case 'Home':
      return far ? to(0, -1) : to(row, -1);
    case 'End':
      return far ? to(lastRow, lastColumn) : to(row, lastColumn);
    case 'PageDown':
      return to(row + Math.max(1, page), column);
    case 'PageUp':
      return to(row - Math.max(1, page), column);
    default:
      return null;
  }
}
