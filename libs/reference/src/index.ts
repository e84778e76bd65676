export * from './taxonomy.ts';
export * from './countries.ts';
export * from './prefectures.ts';
export * from './regions.ts';
export * from './default-regions.ts';
export * from './third-countries.ts';
export { foldName } from './fold-name.ts';
