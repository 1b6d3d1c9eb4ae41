/** What the size of a picture comes of. */
export interface Size {
  /** The width to draw for, in whole pixels of the picture; 0 while there is no room. */
  width: number;
  /** How much larger than it is laid out the picture is shown. */
  scale: number;
  /** The page's zoom of it. */
  zoom: number;
  /** The CSS list of font families. */
  family: string;
}

/**
 * The room that a chart was painted for last. A scrollbar that comes with one height and goes with the other would have
 * the chart swing between two widths: it stays with the narrower one.
 */
export class Room {
  #now?: Size;
  /** The one before, for a few frames. */
  #former?: Size;

  /** Whether there is another room to be painted for. */
  differs(room: Size): boolean {
    if (isSame(room, this.#now)) return false;
    const wider = wide(room) - wide(this.#now);
    return !(isSame(room, this.#former) && wider > 0 && wider < 24);
  }

  /** It is painted for this one. */
  take(room: Size): void {
    if (isSame(room, this.#now)) return;
    const former = (this.#former = this.#now);
    this.#now = room;
    const forget = (frames: number) => {
      if (frames) requestAnimationFrame(() => forget(frames - 1));
      else if (this.#former === former) this.#former = undefined;
    };
    if (former) forget(3);
  }

  /** It is painted for none. */
  leave(): void {
    this.#now = undefined;
  }
}

function isSame(a: Size, b: Size | undefined): boolean {
  return !!b && a.width === b.width && a.scale === b.scale && a.zoom === b.zoom && a.family === b.family;
}

function wide(room: Size | undefined): number {
  return room ? room.width * room.scale : 0;
}
