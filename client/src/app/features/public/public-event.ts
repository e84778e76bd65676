import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({ selector: 'musubi-public-event', template: '', changeDetection: ChangeDetectionStrategy.OnPush })
export class PublicEvent {}
