import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'musubi-sign-in', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class SignIn {}
