/** The TypeORM mappings of all modules. */
export const entities: readonly (new () => object)[] = [];
