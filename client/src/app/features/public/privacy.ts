import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'musubi-privacy', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class Privacy {}
