/**
 * Remembers the key of each command until its answer is known. Sending the same again after a lost answer reuses the key,
 * so that the server does it once; a second click while the first is under way shares its answer.
 */
export class Attempts {
  private readonly keys = new Map<string, string>();
  private readonly flights = new Map<string, Promise<unknown>>();

  private readonly newKey: () => string;

  constructor(newKey: () => string = () => crypto.randomUUID()) {
    this.newKey = newKey;
  }

  /**
   * @param command what makes two commands the same: method, path and body
   * @param send sends it once under the key
   * @param answered whether a failure was an answer (a refusal) or leaves open what happened
   */
  run<T>(command: string, send: (key: string) => Promise<T>, answered: (error: unknown) => boolean): Promise<T> {
    const flying = this.flights.get(command);
    if (flying) return flying as Promise<T>;
    const key = this.keys.get(command) ?? this.newKey();
    this.keys.set(command, key);
    const flight = send(key).then(
      (value) => {
        this.keys.delete(command);
        return value;
      },
      (error: unknown) => {
        if (answered(error)) this.keys.delete(command);
        throw error;
      },
    );
    const tracked = flight.finally(() => this.flights.delete(command));
    this.flights.set(command, tracked);
    return tracked;
  }
}
