/** A picture or a sound that an element can show; a LiveKit track is one, a device's stream becomes one. */
export interface MediaSource {
  attach(element: HTMLMediaElement): unknown;
  detach(element: HTMLMediaElement): unknown;
}
