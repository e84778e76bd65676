/** The release that is tried here. A later one cannot be installed by `go install`: it carries `replace` lines. */
export const wantedVersion = '1.11.0';

/** Whether what `livekit-server --version` printed is a release that speaks what we use: 1.8 or later, below 2. */
export function fits(printed: string): boolean {
  const [, major, minor] = /version v?(\d+)\.(\d+)/.exec(printed) ?? [];
  return Number(major) === 1 && Number(minor) >= 8;
}
