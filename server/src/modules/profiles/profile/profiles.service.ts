import { Injectable } from '@nestjs/common';
import type { ProfileEdit, ProfileView, Renewed } from '@musubi/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, type Command, DomainError, Transactions, type Tx } from '../../../platform/index.js';
import { Organisations } from '../../organisations/index.js';
import { publishing, standingOf, waits, writing } from '../life/life.rules.js';
import { asItWas, stand, step } from '../life/step.js';
import { yearFrom } from '../life/term.js';
import { Writers } from '../life/writers.js';
import { ReviewSettings } from '../review/review-setting.js';
import { CooperationProfileEntity } from './cooperation-profile.entity.js';
import { openProfile } from './open-profile.js';
import { ProfileEdits } from './edits/profile-edits.js';
import { assertComplete, assertKnown, changedFields } from './profile.rules.js';
import { ProfileViews } from './profile-views.js';
import { ProfileFiles } from './files/profile-files.js';
import { Renewals } from './renewals.js';
import { livingOf } from './living-profile.js';

/** An organisation's page, written by its people. */
@Injectable()
export class Profiles {
  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly organisations: Organisations,
    private readonly writers: Writers,
    private readonly settings: ReviewSettings,
    private readonly edits: ProfileEdits,
    private readonly views: ProfileViews,
    private readonly renewals: Renewals,
    private readonly files: ProfileFiles,
  ) {}

  /** @throws DomainError `not_found` for everybody but its people and organisers */
  async view(organisationId: string, viewer: Actor): Promise<ProfileView> {
    const mayWrite = await this.writers.reads(viewer, organisationId);
    if (!mayWrite && !this.writers.mayReview(viewer)) throw new DomainError('not_found');
    return this.viewIn(this.dataSource.manager, organisationId, {
      mayWrite,
      mayReview: this.writers.mayReview(viewer),
    });
  }

  /** @throws DomainError `profile.changed` with what a colleague changed since it was read, and the text as it is */
  async edit(command: Command, organisationId: string, { version, content }: ProfileEdit): Promise<ProfileView> {
    assertKnown(content);
    return this.own(command, organisationId, async (tx, profile) => {
      const now = profile.revision ?? profile.content;
      if (version !== profile.version) throw await this.edits.conflict(tx, profile, version);
      const fields = changedFields(now, content);
      if (fields.length === 0) return asItWas;
      const { to, into } = writing('profile', standingOf(profile), await this.settings.required(tx.em));
      if (into === 'content' && to === 'published') assertComplete(content);
      if (waits(to)) assertComplete(content);
      stand(livingOf(profile), to, tx.now);
      if (into === 'revision') profile.revision = content;
      else profile.content = content;
      profile.version++;
      await this.edits.keep(tx, profile, command.actor.userId, fields);
      return fields;
    });
  }

  /** Public at once, or handed in where the instance reviews. */
  publish(command: Command, organisationId: string): Promise<ProfileView> {
    return this.own(command, organisationId, async (tx, profile) => {
      const action = publishing(standingOf(profile), await this.settings.required(tx.em));
      if (!action) return asItWas;
      assertComplete(action === 'renew' ? profile.content : (profile.revision ?? profile.content));
      step(livingOf(profile), action, tx.now);
      if (action !== 'submit') await this.makePublic(tx, profile);
      return action;
    });
  }

  withdraw(command: Command, organisationId: string): Promise<ProfileView> {
    return this.own(command, organisationId, async (tx, profile) =>
      standingOf(profile) === 'draft' ? asItWas : step(livingOf(profile), 'withdraw', tx.now),
    );
  }

  archive(command: Command, organisationId: string): Promise<ProfileView> {
    return this.own(command, organisationId, async (tx, profile) =>
      profile.state === 'archived' ? asItWas : step(livingOf(profile), 'archive', tx.now),
    );
  }

  restore(command: Command, organisationId: string): Promise<ProfileView> {
    return this.own(command, organisationId, async (tx, profile) =>
      standingOf(profile) === 'draft' ? asItWas : step(livingOf(profile), 'restore', tx.now),
    );
  }

  setLogo(command: Command, organisationId: string, fileId: string | null): Promise<ProfileView> {
    return this.own(command, organisationId, async (tx, profile) => {
      // To be without one needs no reading.
      const waiting = fileId !== null && (await this.addsBeside(tx, profile));
      await this.files.setLogo(tx, { organisationId, waiting }, fileId, command.actor);
    });
  }

  addDocument(command: Command, organisationId: string, fileId: string): Promise<ProfileView> {
    return this.own(command, organisationId, async (tx, profile) => {
      const waiting = await this.addsBeside(tx, profile);
      await this.files.addDocument(tx, { organisationId, waiting }, fileId, command.actor);
    });
  }

  dropDocument(command: Command, organisationId: string, fileId: string): Promise<ProfileView> {
    return this.own(command, organisationId, (tx) => this.files.dropDocument(tx, organisationId, fileId));
  }

  /** Everything of the organisation that ends soon or has ended, for twelve months more. */
  async renew(command: Command, organisationId: string): Promise<Renewed> {
    return this.transactions.command(command, async (tx) => {
      await this.assertMayWrite(tx, command.actor, organisationId);
      const renewed = await this.renewals.renewAll(tx, organisationId, (profile) => this.makePublic(tx, profile));
      await this.writers.tell(tx, [organisationId]);
      return { profile: await this.viewIn(tx.em, organisationId, this.rights(command.actor)), ...renewed };
    });
  }

  /** Once nothing stands beside the text, its files are the text's own. */
  async settleFiles(tx: Tx, { organisationId, revision }: CooperationProfileEntity): Promise<void> {
    if (revision === null) await this.files.settle(tx, organisationId);
  }

  /** For twelve months from now. */
  async makePublic(tx: Tx, profile: CooperationProfileEntity): Promise<void> {
    const { zone } = (await this.organisations.get(profile.organisationId, tx.em))!;
    const dates = { publishedAt: tx.now, expiresAt: yearFrom(tx.now, zone), remindedDays: null };
    Object.assign(profile, dates);
    await tx.fact({ name: 'profile.published', organisationId: profile.organisationId });
  }

  /**
   * A file is a change like one of the text: beside a text that was read it waits with the revision. Who is reading at the
   * moment is to see it before they approve.
   */
  private async addsBeside(tx: Tx, profile: CooperationProfileEntity): Promise<boolean> {
    const { to, into } = writing('profile', standingOf(profile), await this.settings.required(tx.em));
    stand(livingOf(profile), to, tx.now);
    if (waits(to)) profile.version++;
    return into === 'revision';
  }

  private async own(
    command: Command,
    organisationId: string,
    decide: (tx: Tx, profile: CooperationProfileEntity) => Promise<unknown>,
  ): Promise<ProfileView> {
    return this.transactions.command(command, async (tx) => {
      await this.assertMayWrite(tx, command.actor, organisationId);
      const profile = await openProfile(tx, organisationId);
      const decided = await decide(tx, profile);
      if (decided !== asItWas) {
        await tx.em.save(profile);
        await this.settleFiles(tx, profile);
        await this.writers.tell(tx, [organisationId]);
      }
      return this.viewIn(tx.em, organisationId, this.rights(command.actor));
    });
  }

  private rights(actor: Actor) {
    return { mayWrite: true, mayReview: this.writers.mayReview(actor) };
  }

  private async assertMayWrite(tx: Tx, actor: Actor, organisationId: string): Promise<void> {
    if (!(await this.writers.mayWrite(tx, actor, organisationId))) throw new DomainError('not_found');
  }

  private async viewIn(
    em: EntityManager,
    organisationId: string,
    rights: { mayWrite: boolean; mayReview: boolean },
  ): Promise<ProfileView> {
    const profile = await em.findOneBy(CooperationProfileEntity, { organisationId });
    return this.views.own(em, organisationId, profile, rights, await this.settings.required(em));
  }
}
