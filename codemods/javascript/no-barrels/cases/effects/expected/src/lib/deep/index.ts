export * from './five';
