/**
 * SQL that says of a row of `registration` whether this person may find them in the event's directory: they take part, agreed to be
 * listed, and no block stands between the two, whoever set it. Not oneself. The one place where this is decided for many at once.
 * @param viewer placeholder of the viewer's user id, `$2`
 */
export function findableBy(viewer: string): string {
  return `registration.state = 'complete' AND registration.directory IN ('participants', 'public')
    AND registration.user_id <> ${viewer} AND registration.user_id NOT IN (
      SELECT user_id FROM person_block WHERE by_user_id = ${viewer}
      UNION SELECT by_user_id FROM person_block WHERE user_id = ${viewer})`;
}
