import { Injectable } from '@nestjs/common';
import type { MeetThemAt } from '@musubi/contracts';

/** Events know profiles, profiles know no event: whoever keeps registrations says where an organisation is met. */
export interface AppearanceSource {
  /** Events to come in which somebody of the organisation shows themselves in public. */
  inPublic(organisationId: string): Promise<MeetThemAt[]>;
  /** Whether the person takes part in an event at which they may find somebody of the organisation. */
  meets(userId: string, organisationId: string): Promise<boolean>;
}

@Injectable()
export class Appearances {
  private source: AppearanceSource | null = null;

  from(source: AppearanceSource): void {
    this.source = source;
  }

  async inPublic(organisationId: string): Promise<MeetThemAt[]> {
    return (await this.source?.inPublic(organisationId)) ?? [];
  }

  async meets(userId: string, organisationId: string): Promise<boolean> {
    return (await this.source?.meets(userId, organisationId)) ?? false;
  }
}
