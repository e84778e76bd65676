import { Directive, inject, TemplateRef } from '@angular/core';

/** What stands in a cell: `<ng-template musubiCell let-row let-column="column">`. */
@Directive({ selector: 'ng-template[musubiCell]' })
export class CellPart {
  readonly template = inject<TemplateRef<{ $implicit: number; column: number }>>(TemplateRef);
}

/** The head of a row: `<ng-template musubiRowHead let-row>`. */
@Directive({ selector: 'ng-template[musubiRowHead]' })
export class RowHeadPart {
  readonly template = inject<TemplateRef<{ $implicit: number }>>(TemplateRef);
}

/** The head of a column: `<ng-template musubiColumnHead let-column>`. */
@Directive({ selector: 'ng-template[musubiColumnHead]' })
export class ColumnHeadPart {
  readonly template = inject<TemplateRef<{ $implicit: number }>>(TemplateRef);
}

/** The corner above the heads of rows. */
@Directive({ selector: 'ng-template[musubiCorner]' })
export class CornerPart {
  readonly template = inject<TemplateRef<object>>(TemplateRef);
}

/** Columns that belong together, such as those of a day. */
export interface ColumnGroup {
  readonly label: string;
  readonly from: number;
  readonly count: number;
}
