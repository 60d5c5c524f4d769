/** How much work one conversion may do; a budget is spent once. */
export interface Budget {
  /**
   * Counts work, one unit for about one character looked at. Throws an error of conversionErrors, or CancelledError, when
   * the conversion has to end.
   */
  spend(work: number): void;
}
