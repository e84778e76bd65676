import { Injectable } from '@nestjs/common';
import type { MeetThemAt } from '@musubi/contracts';

/** Events know profiles, profiles know no event: whoever keeps registrations says where an organisation is met. */
export interface AppearanceSource {
  /** Events to come in which somebody of the organisation shows themselves in public. */
  inPublic(organisationId: string): Promise<MeetThemAt[]>;
  /** Those of the organisations of which the person may find somebody at an event that they take part in. */
  meets(userId: string, organisationIds: readonly string[]): Promise<string[]>;
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

  async meets(userId: string, organisationIds: readonly string[]): Promise<string[]> {
    return (await this.source?.meets(userId, organisationIds)) ?? [];
  }
}
