/** Path of Chromium; it is installed where that may be done without asking. */
export function chromium(): string;
/** Path of Firefox. */
export function firefox(): string;
