import type { MemoryBackend } from 'portico/backend/memory/memory.js';

export declare const backend: MemoryBackend;
export declare function signIn(): void;
