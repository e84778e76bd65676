import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'musubi-account', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class Account {}
