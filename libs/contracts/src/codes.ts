/**
 * Every refusal that the API knows: code → HTTP status. The client owns the words in both languages.
 * A refusal of something that the person may not even know of is `not_found`.
 */
export const errorCodes = {
  not_found: 404,
  forbidden: 403,
  internal: 500,
  unavailable: 503,

  'request.invalid': 400,
  'request.too_large': 413,
  'request.foreign_origin': 403,
  'request.too_many': 429,

  'idempotency.key_missing': 400,
  'idempotency.key_reused': 422,

  'login.required': 401,
  'login.second_factor_required': 403,
  'login.recent_required': 403,
  'sign_in.link_invalid': 410,
  'sign_in.code_wrong': 422,
  'sign_in.too_many_tries': 429,
  'totp.code_wrong': 422,
  'totp.already_enrolled': 409,

  'file.empty': 422,
  'file.too_big': 413,
  'file.type_refused': 422,
  'file.unknown': 422,

  'organisation.unknown': 422,
  'organisation.region_unknown': 422,
  'organisation.name_taken': 409,
  'organisation.admin_needed': 409,
  'affiliation.required': 403,
  'affiliation.not_yet': 409,
  'affiliation.wrong_state': 409,

  'opportunity.incomplete': 422,
  'opportunity.wrong_state': 409,
  'opportunity.changed': 409,

  'profile.incomplete': 422,
  'profile.wrong_state': 409,
  'profile.changed': 409,
  'profile_import.unreadable': 422,

  'event.not_open': 409,
  'event.slug_taken': 409,
  'event.cancelled': 409,

  'registration.required': 403,
  'registration.exists': 409,
  'registration.closed': 409,
  'registration.wrong_state': 409,
  'registration.consent_outdated': 409,
  'registration.answer_missing': 422,

  'programme.unreadable': 422,
  'programme.zone_missing': 422,
  'programme.nothing_to_publish': 409,

  'video.off': 503,
  'room.closed': 409,
  'webhook.forged': 401,

  'stage.wrong_state': 409,
  'stage.not_live': 409,
  'question.wrong_state': 409,

  'directory_filter.cap_reached': 409,

  'participant.unavailable': 409,
  'meeting_request.duplicate': 409,
  'meeting_request.cap_reached': 409,
  'meeting_request.wrong_state': 409,
  'meeting_request.not_your_turn': 409,
  'meeting_request.expired': 410,
  'meeting_request.slot_not_proposed': 422,
  'meeting.slot_taken': 409,
  'meeting.slot_past': 409,
  'meeting.slot_unknown': 422,
  'meeting.wrong_state': 409,
  'meeting.full': 409,
  'meeting.guests_leave': 409,
  'meeting.not_started': 409,
  'extension.not_now': 409,
  'extension.not_free': 409,
  'plan_b.changed': 409,
  'plan_b.settled': 409,
  'notes.closed': 409,
  'notes.too_big': 413,
  'notes.unreadable': 422,
  'thread.closed': 409,
  'card.exchanged': 409,
  'card.closed': 409,
  'block.overlaps': 409,
  'block.in_use': 409,
  'block.changed': 409,
  'block.closed': 409,
  'block.not_instant': 409,
  'block.pair_apart': 409,
  'availability.outside_blocks': 422,
  'availability.limit_reached': 409,

  'delegation.not_member': 403,
  'delegation.not_keeper': 403,
  'delegation.unknown_member': 422,
  'delegation.answered': 409,
  'handover.not_free': 409,
  'handover.unknown_colleague': 422,
  'handover.nothing_to_undo': 409,
  'assistant.not_here': 403,
  'assistant.not_yours': 403,
  'assistant.not_colleague': 422,
  'assistant.exists': 409,
  'assistant.wrong_state': 409,

  'verdict.final': 409,
  'verdict.disputed': 409,
  'verdict.unchanged': 409,
  'verdict.moved_on': 409,

  'outcome.not_yet': 409,
  'outcome.wrong_state': 409,
  'case.wrong_state': 409,
  'case.same_party': 409,

  'clock.backwards': 409,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorCodes;
