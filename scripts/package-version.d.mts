import type { Plugin } from 'vite';

export function packageVersion(): Plugin;
export function servedVersion(): object;
