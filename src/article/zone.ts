import type { Element } from './html.ts';
import type { Line } from './text.ts';

/** Where the story of a page stands. */
export interface Zone {
  /** The blocks that hold it, in page order, none inside another. */
  readonly blocks: readonly Element[];
  /** Is this element, inside a block, none of the story? */
  isOut(e: Element): boolean;
  /** Where the story was recognised line by line: is this line of it? */
  readonly holds?: (line: Line) => boolean;
}
