import { inject, Injectable } from '@angular/core';
import type { DraftInput, DraftView, UserId } from '@musubi/contracts';
import { Api } from '../api/api';

/** A form's state at a moment; the value is null once the form was sent or given up. */
export interface Typed {
  readonly value: unknown;
  /** Milliseconds since 1970, in domain time. */
  readonly at: number;
}

/** One person's drafts on the server. */
export type PersonRows = ReturnType<DraftRows['of']>;

/** Signed-in people's drafts on the server. */
@Injectable({ providedIn: 'root' })
export class DraftRows {
  private readonly api = inject(Api);

  of(userId: string) {
    return {
      read: (form: string) => this.read(form),
      write: (form: string, typed: Typed) => this.write(userId, form, typed),
    };
  }

  private async read(form: string): Promise<Typed | null> {
    const draft = await this.api.get<DraftView | null>(pathOf(form), {}, { fresh: true });
    return draft && typedOf(draft);
  }

  /** @returns what stands: what was typed last, on whichever device */
  private async write(userId: string, form: string, { value, at }: Typed): Promise<Typed> {
    const input: DraftInput = {
      userId: userId as UserId,
      content: value === null ? null : JSON.stringify(value),
      typedAt: new Date(at).toISOString(),
    };
    return typedOf(await this.api.put<DraftView>(pathOf(form), input));
  }
}

/** A slash in a path's part would not pass every proxy. */
function pathOf(form: string): string {
  return `/me/drafts/${form.replaceAll('/', '.')}`;
}

function typedOf({ content, typedAt }: DraftView): Typed {
  return { value: content === null ? null : (JSON.parse(content) as unknown), at: Date.parse(typedAt) };
}
