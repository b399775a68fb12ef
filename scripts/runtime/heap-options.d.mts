/** See `heap-options.mjs`. */
export const heapOptions: readonly string[];
