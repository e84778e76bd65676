import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'musubi-not-found', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class NotFound {}
