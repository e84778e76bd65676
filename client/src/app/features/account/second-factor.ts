import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'musubi-second-factor', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class SecondFactor {}
