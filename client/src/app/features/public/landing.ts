import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'musubi-landing', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class Landing {}
