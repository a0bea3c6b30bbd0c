/** What the clause of a figure itself says that it measures. */
export interface Own {
  /** '' when the clause has no words of its own: «… , 7 654 – …». */
  readonly text: string;
  /** It goes on about what was measured before: «из них», «оның мөлшері», «сумма». */
  readonly leans: boolean;
  /** What is counted, alone: lent to figures that leave it unsaid. */
  readonly name: string;
}
export const NOTHING: Own = { text: '', leans: false, name: '' };
