import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'musubi-accessibility', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class Accessibility {}
