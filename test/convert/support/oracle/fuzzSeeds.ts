/** How many generated texts of plain CommonMark, and of GFM, the tests read. */
export const CORE_SEEDS = 3000;
export const GFM_SEEDS = 2000;
