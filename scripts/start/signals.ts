/**
 * Calls `stop` once on Ctrl-C, SIGTERM, a closed terminal, or when the process that started this one is gone; ends the
 * process afterwards. A second Ctrl-C, at least two seconds later, ends it at once.
 */
export function whenAskedToStop(stop: (why: string) => Promise<void>): void {
  let askedAt = 0;
  const ask = async (why: string, code: number): Promise<void> => {
    if (askedAt) {
      // npm and the terminal may both deliver the first one.
      if (Date.now() - askedAt > 2_000) process.exit(code);
      return;
    }
    askedAt = Date.now();
    await stop(why);
    process.exit(code);
  };
  process.on('SIGINT', () => void ask('Ctrl-C', 130));
  process.on('SIGTERM', () => void ask('SIGTERM', 143));
  process.on('SIGHUP', () => void ask('terminal closed', 129));

  const parent = Number(process.env['MUSUBI_PARENT'] ?? 0);
  if (parent && process.ppid === parent) {
    setInterval(() => process.ppid !== parent && void ask('its parent is gone', 1), 1_000).unref();
  }
}
