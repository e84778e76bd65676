import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'musubi-sign-in-link', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class SignInLink {}
