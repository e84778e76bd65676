import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'musubi-owner-link', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class OwnerLink {}
