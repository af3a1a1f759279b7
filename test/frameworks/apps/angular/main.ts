import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import 'portico/components/backend/backend.define.js';
import 'portico/components/pact-viewer/pact-viewer.define.js';
import { Page } from './page.js';

void bootstrapApplication(Page, { providers: [provideZonelessChangeDetection()] });
