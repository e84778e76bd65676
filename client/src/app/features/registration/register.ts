import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'musubi-register', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class Register {}
