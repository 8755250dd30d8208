// The English words of the page, read without a browser.

import { readdirSync, readFileSync } from 'node:fs';
import { at } from '../lib/project.mjs';

/** Names of the English Fluent files. */
export const englishFiles = () => readdirSync(at('www', 'i18n', 'en')).filter((name) => name.endsWith('.ftl'));

/** The text of every English Fluent file. */
export const englishTexts = () => englishFiles().map((name) => readFileSync(at('www', 'i18n', 'en', name), 'utf8'));
