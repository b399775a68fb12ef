export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  roots: [
    '<rootDir>/src',
    '<rootDir>/test',
    '<rootDir>/scripts',
    '<rootDir>/bench',
    '<rootDir>/web/src',
  ],
  testTimeout: 30_000,
};
