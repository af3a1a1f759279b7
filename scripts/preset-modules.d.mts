import type { Plugin } from 'vite';

export function hostRule(css: string): string;
export function presetModules(): Plugin;
export function servedPresets(): object;
