/** "门诊比例[三级, 在职]" and "门诊比例.未备案下调" both belong to 门诊比例. */
export const rootOf = (address: string): string => /^[^.[]+/u.exec(address)?.[0] ?? address;
