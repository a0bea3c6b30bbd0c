/** The bytes of a stream, taken in portions; only what is asked for is held. */
export class Bytes {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /**
   * A line without its end, as Latin-1, the last one also without an end; undefined at the end of the stream. Throws
   * beyond `most` bytes.
   */
  async line(most: number): Promise<string | undefined> {
    for (let from = 0; ; ) {
      const end = this.#held.indexOf(0x0a, from);
      if (end >= 0) {
        const line = this.#held.toString('latin1', 0, end);
        this.#held = this.#held.subarray(end + 1);
        return line.endsWith('\r') ? line.slice(0, -1) : line;
      }
      from = this.#held.length;
      if (from > most) throw new Error(`a line of more than ${most} bytes`);
      if (await this.#more()) continue;
      const rest = this.#held.toString('latin1');
      this.#held = Buffer.alloc(0);
      return rest === '' ? undefined : rest;
    }
  }

  /** The next `length` bytes, fewer at the end of the stream. */
  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    for (let missing = length; missing > 0; ) {
      if (this.#held.length === 0 && !(await this.#more())) break;
      const part = this.#held.subarray(0, missing);
      parts.push(part);
      missing -= part.length;
      this.#held = this.#held.subarray(part.length);
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  }

  /** Goes `length` bytes on without keeping them. */
  async skip(length: number): Promise<void> {
    for (let missing = length; missing > 0; ) {
      if (this.#held.length === 0 && !(await this.#more())) return;
      const gone = Math.min(missing, this.#held.length);
      missing -= gone;
      this.#held = this.#held.subarray(gone);
    }
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#source.next();
    if (done === true) return false;
    this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value]);
    return true;
  }
}
