/**
 * The room that a chart was painted for last, as {@link Figure.room} says it. A scrollbar that comes with one height
 * and goes with the other would have the chart swing between two widths: it stays with the narrower one.
 */
export class Room {
  #now = '';
  /** The one before, for a few frames. */
  #former = '';

  /** Whether there is another room to be painted for. */
  differs(room: string): boolean {
    if (room === this.#now) return false;
    const wider = wide(room) - wide(this.#now);
    return !(room === this.#former && wider > 0 && wider < 24);
  }

  /** It is painted for this one. */
  take(room: string): void {
    if (room === this.#now) return;
    const former = (this.#former = this.#now);
    this.#now = room;
    const forget = (frames: number) => {
      if (frames) requestAnimationFrame(() => forget(frames - 1));
      else if (this.#former === former) this.#former = '';
    };
    forget(3);
  }

  /** It is painted for none. */
  leave(): void {
    this.#now = '';
  }
}

function wide(room: string): number {
  const [width = 0, scale = 0] = room.split(' ').map(Number);
  return width * scale;
}
